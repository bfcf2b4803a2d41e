import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Origin } from "../../diagnostics/origin.js";
import { tokensOf } from "../../diagnostics/pointer.js";
import type { Places } from "../places.js";
import { upgradePart } from "../upgrade/part.js";
import { edited, isContainer, isObject, type PlainObject } from "../values.js";
import { type At, walkWithBase } from "./based-walk.js";
import type { Discovery, Target } from "./discover.js";
import type { Homes } from "./homes.js";
import type { Resources } from "./resources.js";
import { scopeAt } from "./scope.js";
import { isMappedReference, mappingOf, siteKey, type Unit } from "./unit.js";

/** The input as one description that refers to itself alone. Every node that comes from another source is in `places`. */
export function rewrite(discovery: Discovery, homes: Homes, context: Context): PlainObject {
  const ctx: Rewriting = { discovery, homes, ...context, open: new Set() };
  const root = valueOf(ctx, discovery.root);
  return withParts(ctx, isObject(root) ? root : {});
}

interface Context {
  readonly places: Places;
  readonly diagnostics: Diagnostics;
  readonly resources: Resources;
}

interface Rewriting extends Context {
  readonly discovery: Discovery;
  readonly homes: Homes;
  /** The units in hand: one that comes again inside itself has no end. */
  readonly open: Set<Unit>;
}

function valueOf(ctx: Rewriting, unit: Unit): unknown {
  ctx.open.add(unit);
  const value = walkWithBase(unit.spot, unit.kind, { leave: (node, at) => leave(ctx, unit, node, at) }, ctx.places);
  ctx.open.delete(unit);
  if (isContainer(value) && ctx.places.of(value) === undefined) ctx.places.put(value, originOf(unit));
  // What is no older than the root is upgraded with it later on.
  if (unit.dialect >= ctx.discovery.root.dialect) return value;
  return upgradePart(value, unit.dialect, unit.kind, { start: { origin: originOf(unit) }, ...ctx });
}

const originOf = ({ spot }: Unit): Origin => ({ source: spot.source.index, pointer: spot.pointer });

function leave(ctx: Rewriting, unit: Unit, node: PlainObject, at: At): unknown {
  const isSchema = at.kind.position === "schema" && at.kind.holds === "one";
  const isDynamic = isSchema && typeof node["$dynamicRef"] === "string" && node["$ref"] === undefined;
  const plain = isSchema ? asSchema(ctx, unit, isDynamic ? withReference(node) : node, at) : node;
  const target = targetOf(ctx, unit, at, plain["$ref"], isDynamic);
  if (target === undefined) return plain;
  if (target.kind === "root") return referring(plain, target.pointer);
  if (target.kind === "splice") return ctx.open.has(target.unit) ? plain : valueOf(ctx, target.unit);
  const home = ctx.homes.get(target.unit);
  // This component is where the part has its home.
  const here = unit.home === undefined ? undefined : unit.home + at.pointer().slice(unit.spot.pointer.length);
  if (here !== undefined && home?.pointer === here) return valueOf(ctx, target.unit);
  return home === undefined ? plain : referring(plain, home.pointer);
}

const referring = (node: PlainObject, pointer: string): PlainObject =>
  node["$ref"] === referenceTo(pointer) ? node : edited(node, { $ref: referenceTo(pointer) });

/** RFC 6901, section 6: a percent sign of the pointer itself is encoded, or it would be taken for an encoding. */
const referenceTo = (pointer: string): string => `#${pointer.replaceAll("%", "%25")}`;

function targetOf(ctx: Rewriting, unit: Unit, at: At, reference: unknown, isDynamic = false): Target | undefined {
  if (typeof reference !== "string") return undefined;
  const scope = scopeAt(ctx.resources, ctx.discovery.root.spot, unit, at.base);
  return ctx.discovery.targets.get(siteKey({ ...at, reference, isDynamic }, scope));
}

const asSchema = (ctx: Rewriting, unit: Unit, node: PlainObject, at: At): PlainObject =>
  withoutNames(withMapping(ctx, unit, node, at));

/** What a `$dynamicRef` means is known here, so it is a `$ref`. */
const withReference = (schema: PlainObject): PlainObject =>
  edited(schema, { $dynamicRef: undefined, $ref: schema["$dynamicRef"] });

function withMapping(ctx: Rewriting, unit: Unit, schema: PlainObject, at: At): PlainObject {
  const { discriminator } = schema;
  if (!isObject(discriminator)) return schema;
  const changesOf = (names: readonly (readonly [string, unknown])[]): PlainObject =>
    Object.fromEntries(
      names.flatMap(([key, reference]) => {
        const target = isMappedReference(reference) ? targetOf(ctx, unit, at, reference) : undefined;
        const pointer = target?.kind === "root" ? target.pointer : target && ctx.homes.get(target.unit)?.pointer;
        return pointer === undefined ? [] : [[key, referenceTo(pointer)] as const];
      }),
    );
  const mapped = changesOf(Object.entries(mappingOf(schema)));
  const fallback = changesOf([["defaultMapping", discriminator["defaultMapping"]]]);
  const mapping = Object.keys(mapped).length === 0 ? {} : { mapping: edited(mappingOf(schema), mapped) };
  const changes = { ...mapping, ...fallback };
  return Object.keys(changes).length === 0 ? schema : edited(schema, { discriminator: edited(discriminator, changes) });
}

/** What gave a schema another base, or a name for references, has done so. */
const withoutNames = (schema: PlainObject): PlainObject =>
  NAMES.some((it) => typeof schema[it] === "string")
    ? edited(schema, Object.fromEntries(NAMES.map((it) => [it, undefined])))
    : schema;
const NAMES = ["$id", "$anchor", "$dynamicAnchor"];

/** Puts the parts that are new among the components. */
function withParts(ctx: Rewriting, root: PlainObject): PlainObject {
  return ctx.discovery.parts.reduce((made, part) => {
    const home = ctx.homes.get(part);
    return home?.isNew === true ? put(ctx, made, tokensOf(home.pointer), part) : made;
  }, root);
}

function put(ctx: Rewriting, holder: unknown, [key = "", ...rest]: readonly string[], part: Unit): PlainObject {
  const known = isObject(holder) ? holder : {};
  const value = rest.length === 0 ? valueOf(ctx, part) : put(ctx, known[key], rest, part);
  const made = edited(known, { [key]: value });
  if (isContainer(holder)) ctx.places.inherit(holder, made);
  if (rest.length === 0) ctx.places.putMember(made, key, value, originOf(part));
  return made;
}
