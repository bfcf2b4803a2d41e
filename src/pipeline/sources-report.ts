import type { Diagnostic } from "../diagnostics/diagnostics.js";
import type { Origin } from "../diagnostics/origin.js";
import type { Document } from "../document/document.js";
import { type Fact, factsOf, type OperationFacts } from "../document/facts/facts.js";
import type { Api } from "../ir/types.js";
import type { Source } from "../read/source.js";
import { placesIn, type Place } from "./located.js";

/** Where what is known of an operation came from. Plain data. */
export interface OperationSources extends Omit<OperationFacts, "origin" | "facts"> {
  readonly facts: readonly FactSource[];
  /** What inputs say differently of the operation and no single fact holds. */
  readonly contradictions: readonly Contradiction[];
}
export interface FactSource {
  readonly what: string;
  readonly place: FactPlace;
  readonly filledIn: boolean;
  readonly contradictions: readonly Contradiction[];
}
export interface Contradiction {
  readonly message: string;
  readonly place: FactPlace;
}
export type FactPlace = Pick<Place, "path" | "pointer"> & Place["start"];

/** The source of each fact of the operations that filters have left, with the contradictions that the join has said. */
export function sourcesReport(
  { root }: Document,
  sources: readonly Source[],
  diagnostics: readonly Diagnostic[],
  api: Api,
): readonly OperationSources[] {
  const places = placesIn(sources);
  const placeOf = (origin: Origin): FactPlace => {
    const { path, pointer, start } = places(origin) ?? nowhere;
    return { path, pointer, ...start };
  };
  const contradictions = diagnostics.flatMap(contradictionIn);
  const kept = new Set(api.operations.map((it) => nameOf(it.origin)));
  const wanted = factsOf(root).filter((it) => kept.has(nameOf(it.origin)));
  return wanted.map(({ id, method, path, origin, facts }) => {
    const own = contradictions.filter(
      (it) => isIn(it.earlier, origin) || facts.some((fact) => isIn(it.earlier, fact.origin)),
    );
    const shown = (all: readonly Found[]): readonly Contradiction[] =>
      all.map(({ message, later }) => ({ message, place: placeOf(later) }));
    return {
      id,
      method,
      path,
      facts: facts.map((fact) => ({
        what: fact.what,
        place: placeOf(fact.origin),
        filledIn: fact.filledIn,
        contradictions: shown(own.filter((it) => factOf(it, facts) === fact)),
      })),
      contradictions: shown(own.filter((it) => factOf(it, facts) === undefined)),
    };
  });
}

const nameOf = ({ source, pointer }: Origin): string => `${source} ${pointer}`;

const nowhere: Pick<Place, "path" | "pointer" | "start"> = { path: "", pointer: "", start: { line: 1, column: 1 } };

interface Found {
  readonly message: string;
  readonly earlier: Origin;
  readonly later: Origin;
}

function contradictionIn({ code, message, target, related }: Diagnostic): readonly Found[] {
  const earlier = related[0]?.target;
  return /^document\/(?:.*-)?conflict$/.test(code) && target !== undefined && earlier !== undefined
    ? [{ message, earlier, later: target }]
    : [];
}

/** The fact that a contradiction is about: the innermost that holds its place. */
const factOf = ({ earlier }: Found, facts: readonly Fact[]): Fact | undefined =>
  facts
    .filter((it) => isIn(earlier, it.origin))
    .reduce<Fact | undefined>(
      (best, it) => (best !== undefined && best.origin.pointer.length >= it.origin.pointer.length ? best : it),
      undefined,
    );

const isIn = (inner: Origin, outer: Origin): boolean =>
  inner.source === outer.source && (inner.pointer === outer.pointer || inner.pointer.startsWith(`${outer.pointer}/`));
