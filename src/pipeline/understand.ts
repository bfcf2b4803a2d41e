import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../document/document.js";
import type { Api } from "../ir/types.js";
import { lower } from "../lower/lower.js";
import type { ReadSource } from "../read/read.js";
import type { Source } from "../read/source.js";
import { brokenReference } from "./broken-reference.js";
import type { Host } from "./host.js";
import type { Memory } from "./memory.js";
import { read, type Reading } from "./reading.js";
import type { Stopwatch } from "./stopwatch.js";

/** What inputs come to, whatever a job chooses of it. A member is absent where an error ended it before. */
export interface Understood {
  readonly sources: readonly Source[];
  readonly document?: Document;
  readonly api?: Api;
}

/** The first stages of a run: those that depend on nothing but what is read. */
export type Understand = (reading: Reading, diagnostics: Diagnostics, watch: Stopwatch) => Promise<Understood>;

/** With the `memory` of an earlier run only what has changed since is done again. `readOne` reads a file. */
export const understanding =
  (host: Host, memory?: Memory, readOne: ReadSource | undefined = memory?.sources.read): Understand =>
  async (reading, diagnostics, watch) => {
    const said = new Diagnostics();
    const { sources, load } = await watch.time("read", () => read(reading, host, said, undefined, readOne));
    const loaded = said.failed ? undefined : await watch.time("load", load);
    const document = loaded && (memory?.settle(loaded) ?? loaded);
    diagnostics.add(said, document && brokenReference);
    if (document === undefined || diagnostics.failed) return { sources: sources(), ...(document && { document }) };
    const api = await watch.time("lower", () => lower(document, diagnostics, memory?.lower.begin()));
    return { sources: sources(), document, api };
  };
