import type { Diagnostic, Loss, Range, Severity, Target } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import { excerptOf, type Excerpt } from "./excerpt.js";
import { LineIndex, type Position } from "./line-index.js";

/** A diagnostic as it is shown, without the source that it points into. Plain data: it survives JSON. */
export interface Located {
  readonly code: string;
  readonly severity: Severity;
  /** What the SDK lacks here of what the inputs say: a type is wider, or something is left out. Absent where nothing is lost. */
  readonly loss?: Loss;
  readonly message: string;
  readonly help: string;
  readonly place?: Place;
  readonly related: readonly { readonly message: string; readonly place?: Place }[];
}

/** A stretch of an input. */
export interface Place {
  readonly path: string;
  /** JSON Pointer, in the input as its author wrote it. */
  readonly pointer: string;
  readonly start: Position;
  readonly end: Position;
  readonly excerpt: Excerpt;
}

/** Finds out where diagnostics point, in the order in which they came. */
export function locate(diagnostics: readonly Diagnostic[], sources: readonly Source[]): readonly Located[] {
  const places = placesIn(sources);
  const placeOf = (target: Target | undefined): { readonly place?: Place } => {
    const place = target && places(target);
    return place ? { place } : {};
  };
  return diagnostics.map(({ code, severity, loss, message, help, target, related }) => ({
    code,
    severity,
    ...(loss && { loss }),
    message,
    help,
    ...placeOf(target),
    related: related.map((it) => ({ message: it.message, ...placeOf(it.target) })),
  }));
}

/** Finds places in the sources of a run. */
export function placesIn(sources: readonly Source[]): (target: Target) => Place | undefined {
  const atlas = new Map(sources.map((it) => [it.index, { source: it, lines: new LineIndex(it.text) }]));
  return (target) => {
    const page = atlas.get(target.source);
    return page && placeIn(page.source, page.lines, target);
  };
}

function placeIn(source: Source, lines: LineIndex, target: Target): Place {
  const range: Range = target.range ?? source.locate(target.pointer, target.at ?? "value");
  const start = lines.positionOf(range.start);
  const end = lines.positionOf(Math.max(range.start, range.end));
  return { path: source.path, pointer: target.pointer, start, end, excerpt: excerptOf(lines, start, end) };
}
