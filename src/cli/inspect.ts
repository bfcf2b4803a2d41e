import { choicesOf } from "../config/choices.js";
import { lockOf, readingOf } from "../config/job-of.js";
import { locateSettings } from "../config/located.js";
import type { Project } from "../config/project.js";
import { select } from "../config/select.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
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
  const { projects, several, file } = await select(command, host, diagnostics);
  if (stage === undefined || diagnostics.failed) {
    const located = await locateSettings(diagnostics, file, host);
    const refused = { diagnostics: located, ok: false };
    if (screen.json)
      screen.object(
        several ? { ok: false, projects: [], diagnostics: located.map(diagnosticJson) } : seenJson(refused),
      );
    return show(refused, undefined, screen);
  }
  const all: NamedSeen[] = [];
  for (const project of projects) all.push({ name: project.name, ...(await look(project, stage, host)) });
  if (screen.json) screen.object(several ? allJson(all) : seenJson(all[0]));
  for (const it of all) await show(it, several ? it.name : undefined, screen);
  return all.every((it) => it.ok);
}

/** What was seen of a project; without an inspection where its settings are not enough for one. */
interface Seen {
  readonly inspection?: Inspection;
  readonly diagnostics: readonly Located[];
  readonly ok: boolean;
}
interface NamedSeen extends Seen {
  readonly name: string;
}

async function look(project: Project, stage: InspectStage, host: Host): Promise<Seen> {
  const diagnostics = new Diagnostics();
  const job = await jobFor(project, host, diagnostics);
  if (job === undefined) return { diagnostics: locate(diagnostics.all, []), ok: false };
  const inspection = await (await import("../pipeline/inspect.js")).inspect(job, stage, host);
  const found = locate(inspection.diagnostics, inspection.sources).map((it) =>
    job.strict && isFault(it, stage) ? { ...it, severity: ERROR } : it,
  );
  return { inspection, diagnostics: found, ok: inspection.value !== undefined && !fails(found, false) };
}

async function show({ inspection, diagnostics, ok }: Seen, name: string | undefined, screen: Screen): Promise<boolean> {
  await screen.diagnostics(diagnostics, name);
  screen.note(showPages(inspection?.sources ?? []));
  if (name !== undefined && inspection?.value !== undefined) screen.result(`${screen.paint.bold(name)}\n`);
  if (inspection?.value !== undefined) screen.result(showInspection(inspection));
  if (!ok) screen.note(showFailed(diagnostics, "dry"));
  return ok;
}

const allJson = (all: readonly NamedSeen[]): object => ({
  ok: all.every((it) => it.ok),
  projects: all.map((it) => ({ name: it.name, ...seenJson(it) })),
  diagnostics: [],
});

const seenJson = (seen: Seen | undefined): object => ({
  stage: seen?.inspection?.stage ?? null,
  ok: seen?.ok ?? false,
  inputs: (seen?.inspection?.sources ?? []).map(({ path, page }) => ({ path, ...(page && { page }) })),
  value: seen?.inspection?.value ?? null,
  diagnostics: (seen?.diagnostics ?? []).map(diagnosticJson),
});

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

async function jobFor({ settings }: Project, host: Host, diagnostics: Diagnostics): Promise<Job | undefined> {
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
