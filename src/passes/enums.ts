import { mapInner } from "../ir/map.js";
import { mapOperation } from "../ir/map-operation.js";
import type { Type, TypeDecl } from "../ir/types.js";
import type { Pass } from "./pass.js";

/** How lists of values are given: as a union, with an object that holds them at run time, or open to values not known yet. */
export type EnumStyle = "union" | "object" | "open";

/** Opens each list of several values. Before unions are told apart by such values: those have to stay closed. */
export const openEnums: Pass = {
  name: "open-enums",
  run: (api, { enums }) => {
    if (enums !== "open") return api;
    const types = api.types.map((it): TypeDecl => ({ ...it, type: opened(it.type) }));
    return { ...api, types, operations: api.operations.map((it) => mapOperation(it, opened)) };
  },
};

function opened(type: Type): Type {
  if (type.kind === "union" && isList(type) && type.members.length > 1) return { ...type, open: true };
  return mapInner(type, opened);
}

/** Asks for the values of each declared list at run time. */
export const enumerate: Pass = {
  name: "enumerate",
  run: (api, { enums }) => {
    if (enums !== "object") return api;
    return { ...api, types: api.types.map((it) => (isList(it.type) ? { ...it, enumerated: true } : it)) };
  },
};

/** Whether a type is a list of strings or numbers, and null at most. */
function isList(type: Type): boolean {
  const members = type.kind === "union" ? type.members : [type];
  const values = members.filter((it) => it.kind === "literal" && typeof it.value !== "boolean");
  return values.length > 0 && members.every((it) => values.includes(it) || it.kind === "null");
}
