import type { Diagnostics, Target } from "../diagnostics/diagnostics.js";

/** Says that what stands where a schema must is none. */
export function reportNonSchema(value: unknown, target: Target, diagnostics: Diagnostics): void {
  diagnostics.report(value === CIRCULAR ? "schema/circular" : "schema/not-a-schema", target, {});
}

/** What tools that write references out leave where a schema holds itself: openapi-generate-html, and whoever prints objects safely. */
const CIRCULAR = "[Circular]";
