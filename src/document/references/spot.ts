import { append } from "../../diagnostics/pointer.js";
import type { Source } from "../../read/source.js";
import { isContainer, isObject } from "../values.js";
import { resolveUri } from "./address.js";

/** A node of a source as its author wrote it. */
export interface Spot {
  readonly source: Source;
  /** JSON Pointer in the source. */
  readonly pointer: string;
  readonly node: unknown;
  /** The URI against which references in the node are resolved. */
  readonly base: string;
}

/** The member of a spot; undefined where it has none of that name. */
export function memberOf({ source, pointer, node, base }: Spot, key: string): Spot | undefined {
  if (!isContainer(node) || !Object.hasOwn(node, key)) return undefined;
  // An own key of an array or object: reading it is safe, and what it holds is unknown.
  const member = (node as Readonly<Record<string, unknown>>)[key];
  return { source, pointer: append(pointer, key), node: member, base: baseWithin(member, base) };
}

/** `$id` changes the base for a schema and all inside it (JSON Schema 2020-12, core, section 8.2.1). */
export function baseWithin(node: unknown, base: string): string {
  const id = textAt(node, "$id");
  return (id === undefined ? undefined : resolveUri(id, base)) ?? base;
}

/** The reference that a node is and nothing beside it. */
export const pureReference = (node: unknown): string | undefined =>
  isObject(node) && Object.keys(node).length === 1 ? textAt(node, "$ref") : undefined;

export function textAt(node: unknown, key: string): string | undefined {
  const value = isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
