/** The second half of a run. It needs ts-morph, so it is loaded only when something must be emitted. */
import { placedTypes } from "../emit/placed-types.js";
import { runtimeFiles } from "../emit/runtime-files.js";
import type { EmitContext, OutputFile } from "../emit/template.js";
import { templates } from "../../templates/index.js";
import type { Asset } from "./host.js";

export { formatted } from "../print/format.js";
export { print } from "../print/print.js";

/** Every template's files, and the files of the runtime that they need. */
export function emit(from: Omit<EmitContext, "placed">, runtime: readonly Asset[]): readonly OutputFile[] {
  const ctx = { ...from, placed: placedTypes(from.api, from.names) };
  const files = templates.flatMap((it) => it.emit(ctx));
  return [...files, ...runtimeFiles(files, runtime)];
}
