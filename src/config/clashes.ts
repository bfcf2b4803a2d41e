import { basename, dirname, join } from "node:path";
import type { Diagnostics, Target } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { isInside, shownPath } from "../pipeline/paths.js";
import { realOrNothing } from "../pipeline/within.js";
import type { Project } from "./project.js";

/** Tells of projects that have one name, one output, or an output inside that of another, whose files would be taken for its own. */
export function reportClashes(
  all: readonly Project[],
  targetOf: (index: number) => Target | undefined,
  host: Host,
  diagnostics: Diagnostics,
): void {
  const outputs = all.map(({ settings: { output } }) => output && folded(realPlace(output, host)));
  for (const [i, { name, settings }] of all.entries()) {
    for (const [j, other] of all.entries()) {
      const first = targetOf(j);
      const related = first === undefined ? [] : [{ message: "The other one stands here.", target: first }];
      const [own, others] = [outputs[i], outputs[j]];
      if (i > j && other.name === name) diagnostics.report("config/same-name", targetOf(i), { name }, related);
      if (i === j || own === undefined || others === undefined || settings.output === undefined) continue;
      const params = { name, other: other.name, path: shownPath(settings.output, host) };
      if (i > j && own === others) diagnostics.report("config/same-output", targetOf(i), params, related);
      if (isInside(own, others)) diagnostics.report("config/output-inside", targetOf(i), params, related);
    }
  }
}

/** Without links as far as there is anything: what is to be made there comes behind them. */
function realPlace(path: string, host: Host): string {
  const above = dirname(path);
  return realOrNothing(path, host) ?? (above === path ? path : join(realPlace(above, host), basename(path)));
}

/** On many disks names that only their case tells apart are one, and a config is used on several machines. */
const folded = (path: string): string => path.toLowerCase();
