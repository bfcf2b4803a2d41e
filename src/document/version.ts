import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import { isObject } from "./values.js";

/** The versions of OpenAPI that are understood, by their first two numbers. */
export type Version = "2.0" | "3.0" | "3.1" | "3.2";

/** Which version a source says it is; undefined, and a diagnostic at the field that says so, when it is none of ours. */
export function checkVersion(source: Source, diagnostics: Diagnostics): Version | undefined {
  const field = versionField(source.value);
  if (field === undefined) {
    diagnostics.report("document/not-openapi", { source: source.index, pointer: "" }, {});
    return undefined;
  }
  const version = versions.find((it) => field.version === it || field.version.startsWith(`${it}.`));
  if (version !== undefined) return version;
  const target = { source: source.index, pointer: `/${field.key}` };
  diagnostics.report("document/unsupported-version", target, { version: field.version });
  return undefined;
}

const versions: readonly Version[] = ["2.0", "3.0", "3.1", "3.2"];

/** Whether a value says that it is a whole description, of whatever version. */
export const isDescription = (root: unknown): boolean => versionField(root) !== undefined;

/** Versions that spell the same things alike. */
export type Dialect = "2.0" | "3.0" | "3.1";
export const dialectOf = (version: Version): Dialect => (version === "3.2" ? "3.1" : version);

/** Up to 2.0 the field was called `swagger`. */
function versionField(root: unknown): { readonly key: string; readonly version: string } | undefined {
  if (!isObject(root)) return undefined;
  for (const key of ["openapi", "swagger"]) {
    const value = Object.hasOwn(root, key) ? root[key] : undefined;
    if (typeof value === "string") return { key, version: value };
    // YAML reads an unquoted 3.0 or 3.1 as a number, the first of them as 3.
    if (typeof value === "number") return { key, version: value.toFixed(1) };
  }
  return undefined;
}
