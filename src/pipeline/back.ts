/** The second half of a run. It needs ts-morph, so it is loaded only when something must be emitted. */
import { placedTypes } from "../emit/placed-types.js";
import { runtimeFiles } from "../emit/runtime-files.js";
import type { EmitContext, OutputFile } from "../emit/template.js";
import { printer } from "../print/print.js";
import { templates } from "../../templates/index.js";
import type { Asset } from "./host.js";

export { formatted } from "../print/format.js";

/** Every template's files, and the files of the runtime that they need. `header` becomes the first line of each. */
export function emit(
  from: Omit<EmitContext, "placed" | "print">,
  runtime: readonly Asset[],
  header: string,
): readonly OutputFile[] {
  const ctx = { ...from, placed: placedTypes(from.api, from.names), print: printer(header) };
  const files = templates.flatMap((it) => it.emit(ctx));
  return [...files, ...runtimeFiles(files, runtime, header)];
}
