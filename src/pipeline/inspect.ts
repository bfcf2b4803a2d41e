import { Diagnostics } from "../diagnostics/diagnostics.js";
import { exactValue } from "../document/exact.js";
import { front } from "./front.js";
import type { Host } from "./host.js";
import type { Inspected, Inspection, InspectStage, Job, Observer } from "./job.js";
import { Stopwatch } from "./stopwatch.js";

/** What a run has in hand after one of its stages. Nothing is emitted, and nothing that only emitting needs is loaded. */
export async function inspect(job: Job, stage: InspectStage, host: Host, observer?: Observer): Promise<Inspection> {
  const diagnostics = new Diagnostics();
  const { sources, document, api, names } = await front(job, host, diagnostics, new Stopwatch(host, observer));
  const inspected: Readonly<Record<InspectStage, () => Inspected | Promise<Inspected>>> = {
    document: () => ({ stage: "document", value: document && exactValue(document.root, document.sources) }),
    ir: () => ({ stage: "ir", value: api }),
    names: () => ({ stage: "names", value: names }),
    sources: async () => {
      const { sourcesReport } = await import("./sources-report.js");
      return { stage: "sources", value: document && api && sourcesReport(document, sources, diagnostics.all, api) };
    },
    losses: async () => {
      const { lossesReport } = await import("./losses-report.js");
      return { stage: "losses", value: names && lossesReport(diagnostics.all, sources) };
    },
  };
  return { ...(await inspected[stage]()), diagnostics: diagnostics.all, sources };
}
