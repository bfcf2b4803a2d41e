import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { mapAll } from "../../ir/map.js";
import { mapOperation } from "../../ir/map-operation.js";
import type { Api, Property, Type, TypeDecl, TypeId } from "../../ir/types.js";
import type { Pass } from "../pass.js";
import { apart } from "./apart.js";
import { claimsOf, type Claim, type Claims } from "./claims.js";
import { narrow, propertiesOf, takes, type TypesById } from "./narrow.js";

/**
 * Gives the property that tells types apart its values in each of them, so that a compiler can tell them apart too
 * (OpenAPI 3.2, section 4.25). A type whose own enum does not list the value stays as its author wrote it: a literal
 * that contradicts it would leave no value at all.
 */
export const discriminate: Pass = {
  name: "discriminate",
  run: (api, _options, diagnostics, _remember, look) => {
    const claims = claimsOf(api, look);
    if (claims.size === 0) return api;
    const all: TypesById = new Map(api.types.map((it) => [it.id, it]));
    const narrowAll = (declaration: TypeDecl): TypeDecl =>
      (claims.get(declaration.id) ?? []).reduce((it, claim) => apply(it, claim, all, diagnostics), declaration);
    return unionsApart({ ...api, types: api.types.map(narrowAll) }, claims);
  },
};

/** Only a type that others extend has values that are theirs too. */
function unionsApart(api: Api, claims: Claims): Api {
  if (![...claims.values()].flat().some((it) => it.own.size < it.values.size)) return api;
  const all: TypesById = new Map(api.types.map((it) => [it.id, it]));
  const change = (type: Type): Type => apart(type, claims, all);
  return {
    ...api,
    types: mapAll(api.types, (it) => {
      const type = change(it.type);
      return type === it.type ? it : { ...it, type };
    }),
    operations: mapAll(api.operations, (it) => mapOperation(it, change)),
  };
}

function apply(declaration: TypeDecl, claim: Claim, all: TypesById, diagnostics: Diagnostics): TypeDecl {
  const { wireName, values, explicit } = claim;
  const known = propertiesOf(declaration.type, wireName, all);
  if (!known.every((it) => takes(it.type, values, all))) {
    if (explicit) {
      const value = [...values].map((it) => JSON.stringify(it)).join(", ");
      diagnostics.report("schema/other-tag", (known[0] ?? declaration).origin, { name: wireName, value });
    }
    return declaration;
  }
  const property: Property = known[0] ?? {
    wireName,
    type: { kind: "string" },
    required: true,
    access: "both",
    origin: declaration.origin,
    doc: {},
  };
  const type = isUnion(declaration.type, all) ? undefined : narrow(declaration.type, property, values);
  return type === undefined ? declaration : { ...declaration, type };
}

/** A union inside another tells its members apart by itself. */
function isUnion(type: Type, all: TypesById, seen = new Set<TypeId>()): boolean {
  if (type.kind !== "ref") return type.kind === "union";
  const target = seen.has(type.id) ? undefined : all.get(type.id);
  return target !== undefined && isUnion(target.type, all, seen.add(type.id));
}
