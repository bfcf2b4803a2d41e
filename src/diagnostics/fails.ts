import type { Diagnostic } from "./diagnostics.js";

/** Whether a run with these diagnostics fails: an error does it, with `strict` a warning too. */
export const fails = (diagnostics: readonly Pick<Diagnostic, "severity">[], strict: boolean): boolean =>
  diagnostics.some((it) => it.severity === "error" || (strict && it.severity === "warning"));
