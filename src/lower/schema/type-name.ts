import type { Cursor } from "../../document/cursor.js";
import type { Lowering } from "../context.js";

/** A type as authors write it: the name of JSON Schema, or undefined for one that cannot be told. What is not by the book is said. */
export function typeNameOf(ctx: Lowering, schema: Cursor, type: Cursor | undefined): string | undefined {
  const given = type?.value;
  if (typeof given === "string" && NAMES.has(given)) return given;
  const meant = meantBy(given);
  const origin = (type ?? schema).origin;
  const shown = JSON.stringify(given);
  if (meant === undefined) ctx.diagnostics.report("schema/unknown-type", origin, { type: shown });
  else ctx.diagnostics.report("schema/type-alias", origin, { type: shown, meant: meant === "file" ? "bytes" : meant });
  return meant;
}

function meantBy(given: unknown): string | undefined {
  // YAML reads an unquoted null as no text.
  if (given === null) return "null";
  if (typeof given !== "string") return undefined;
  const name = given.trim().toLowerCase();
  return NAMES.has(name) ? name : ALIASES.get(name);
}

const NAMES: ReadonlySet<string> = new Set(["null", "boolean", "integer", "number", "string", "array", "object"]);

/** Words of other languages and formats in the place of a type. `file` is OpenAPI 2.0's. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    integer: "int int32 int64 long short",
    number: "float double decimal numeric",
    boolean: "bool",
    string: "str text date date-time datetime time timestamp uuid guid uri url email password",
    array: "list",
    object: "map dict dictionary hash",
    file: "file binary",
  }).flatMap(([meant, words]) => words.split(" ").map((it) => [it, meant] as const)),
);
