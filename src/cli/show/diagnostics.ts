import type { Located } from "../../pipeline/located.js";
import { showDiagnostic } from "./diagnostic.js";
import { firstOf } from "./few.js";
import type { Paint } from "./paint.js";

export { showAnnotations } from "./github.js";

/** All diagnostics of a run: of many with one code the first few, the others counted. Errors come last, where the eye is. */
export function showDiagnostics(diagnostics: readonly Located[], paint: Paint): string {
  const ordered = [...diagnostics].sort((a, b) => weight[a.severity] - weight[b.severity]);
  const codes = [...new Set(ordered.map((it) => it.code))];
  return codes
    .flatMap((code) =>
      showGroup(
        ordered.filter((it) => it.code === code),
        paint,
      ),
    )
    .map((it) => `${it}\n\n`)
    .join("");
}

const weight = { info: 0, warning: 1, error: 2 } as const;

function showGroup(group: readonly Located[], paint: Paint): readonly string[] {
  const shown = firstOf(group).map((it) => showDiagnostic(it, paint));
  const rest = group.length - shown.length;
  if (rest === 0) return shown;
  return [...shown, paint.dim(`... and ${rest} more ${group[0]?.code} (--json has all of them)`)];
}
