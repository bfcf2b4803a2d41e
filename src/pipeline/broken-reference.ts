import type { Diagnostic, Part } from "../diagnostics/diagnostics.js";
import { referencePart } from "../lower/context.js";

/** A reference that leads to no file is a mistake of what it stands in, which nobody may want. */
export const brokenReference = ({ severity, target }: Diagnostic): Part | undefined =>
  severity === "error" && target?.pointer.endsWith("/$ref") === true ? referencePart(target) : undefined;
