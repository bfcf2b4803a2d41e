import { choicesOf } from "../config/choices.js";
import { lockOf, readingOf } from "../config/job-of.js";
import { settingsOf } from "../config/settings.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { fails } from "../diagnostics/fails.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Host } from "../pipeline/host.js";
import type { Inspection, InspectStage, Job } from "../pipeline/job.js";
import { locate, type Located } from "../pipeline/located.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { showPages } from "./show/pages.js";
import { showInspection } from "./show/inspection.js";
import { diagnosticJson } from "./show/json.js";
import { showFailed } from "./show/summary.js";

/** `sdkwright inspect`. Gives whether all went well. */
export async function inspect(
  command: Command,
  host: Host,
  screen: Screen,
  diagnostics: Diagnostics,
): Promise<boolean> {
  const stage = stageOf(command, diagnostics);
  const job = await jobFor(command, host, diagnostics);
  if (stage === undefined || job === undefined) return show(undefined, locate(diagnostics.all, []), false, screen);
  const { inspect: look } = await import("../pipeline/inspect.js");
  const inspection = await look(job, stage, host);
  return show(inspection, locate(inspection.diagnostics, inspection.sources), job.strict, screen);
}

async function show(
  inspection: Inspection | undefined,
  found: readonly Located[],
  strict: boolean,
  screen: Screen,
): Promise<boolean> {
  const diagnostics = found.map((it) => (strict && isFault(it, inspection?.stage) ? { ...it, severity: ERROR } : it));
  const ok = inspection?.value !== undefined && !fails(diagnostics, false);
  if (screen.json) {
    screen.object({
      stage: inspection?.stage ?? null,
      ok,
      inputs: (inspection?.sources ?? []).map(({ path, page }) => ({ path, ...(page && { page }) })),
      value: inspection?.value ?? null,
      diagnostics: diagnostics.map(diagnosticJson),
    });
  }
  await screen.diagnostics(diagnostics);
  screen.note(showPages(inspection?.sources ?? []));
  if (inspection?.value !== undefined) screen.result(showInspection(inspection));
  if (!ok) screen.note(showFailed(diagnostics, "dry"));
  return ok;
}

/** With `strict` a warning; where losses are asked for, also a loss that only informs. */
const isFault = ({ severity, loss }: Located, stage: InspectStage | undefined): boolean =>
  severity === "warning" || (stage === "losses" && loss !== undefined);
const ERROR = "error" as const;

function stageOf(
  { switches, stage = REPORTS.find((it) => switches.has(it)) ?? "ir" }: Command,
  diagnostics: Diagnostics,
): InspectStage | undefined {
  const found = stages.find((it) => it === stage);
  if (found !== undefined) return found;
  const near = nearest(stage, stages);
  diagnostics.report("cli/unknown-stage", undefined, {
    stage,
    guess: near === undefined ? "." : `; did you mean ${near}?`,
  });
  return undefined;
}

/** The stages that have a switch of their own. */
const REPORTS = ["sources", "losses"] as const satisfies readonly InspectStage[];
const stages: readonly InspectStage[] = ["document", "ir", "names", ...REPORTS];

async function jobFor(command: Command, host: Host, diagnostics: Diagnostics): Promise<Job | undefined> {
  const settings = await settingsOf(command.settings, command.config, host, diagnostics);
  if (settings === undefined || diagnostics.failed) return undefined;
  const reading = await readingOf(settings, host, diagnostics);
  // Nothing is written, so what the output would be is never asked for.
  return (
    reading && {
      ...choicesOf(settings),
      ...reading,
      ...lockOf(settings),
      output: host.cwd,
      format: "none",
      strict: settings.strict === true,
      force: false,
      mode: "dry",
    }
  );
}
