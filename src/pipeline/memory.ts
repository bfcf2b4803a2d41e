import { Diagnostics } from "../diagnostics/diagnostics.js";
import { Graph } from "../document/cursor.js";
import type { Document } from "../document/document.js";
import { Last } from "../memo/last.js";
import { Memo } from "../memo/memo.js";
import { share } from "../memo/share.js";
import { readSource, type ReadSource, type SourceFile } from "../read/read.js";
import type { Source } from "../read/source.js";
import type { Job } from "./job.js";

/**
 * What a run leaves to the next one of the same job, which then does again only what has changed. Whoever runs the pipeline
 * holds it; what comes out of a run is the same with and without it.
 */
export class Memory {
  readonly sources = new KnownSources();
  readonly passes = new Memo();
  readonly api = new Last();
  readonly names = new Last();
  readonly emit = new Memo();
  #lower = new Memo();
  #document: Document | undefined;

  get lower(): Memo {
    return this.#lower;
  }

  /** The document with the nodes of the last one in place of those that are equal and were written at the same place. */
  settle(now: Document): Document {
    const before = this.#document;
    const { places } = now;
    // A node that is the same and was written elsewhere: nothing that was made of the last document holds for sure.
    const isLost = before !== undefined && places.contradicts(before.places);
    if (isLost) this.#lower = new Memo();
    this.#document = before === undefined || isLost ? now : settled(before, now);
    return this.#document;
  }
}

function settled(before: Document, now: Document): Document {
  const { places } = now;
  const root = share(before.root.value, now.root.value, {
    isAlike: (old, fresh) => places.isAlike(fresh, before.places, old),
    takes: (shared, fresh) => places.inherit(fresh, shared),
  });
  return { ...now, root: new Graph(root, places).root };
}

interface Known {
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly said: Diagnostics;
  /** That of the source, or of the last one that could be read. */
  readonly value: unknown;
}

/** The sources of the last runs, by their paths. */
class KnownSources {
  readonly #all = new Map<string, Known>();

  readonly read: ReadSource = async (file, diagnostics) => {
    const before = this.#all.get(file.path);
    const isSame = before?.source.index === file.index && Buffer.from(before.bytes).equals(file.bytes);
    const known = isSame ? before : await readAnew(file, before?.value);
    this.#all.set(file.path, known);
    diagnostics.add(known.said);
    return known.source;
  };
}

async function readAnew(file: SourceFile, before: unknown): Promise<Known> {
  const said = new Diagnostics();
  const source = await readSource(file, said);
  const value = share(before, source.value);
  return { bytes: file.bytes, source: { ...source, value }, said, value: value ?? before };
}

/** The memories of jobs, of each as long as it is the same in all that it says. */
export class Memories {
  readonly #all = new Map<string, { readonly job: string; readonly memory: Memory }>();

  of(job: Job): Memory {
    const known = this.#all.get(job.output);
    const said = JSON.stringify(job);
    if (known?.job === said) return known.memory;
    const memory = new Memory();
    this.#all.set(job.output, { job: said, memory });
    return memory;
  }
}
