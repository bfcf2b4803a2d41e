import { resolve } from "node:path";
import { plain } from "../../cli/show/paint.js";
import { showDiagnostics } from "../../cli/show/diagnostics.js";
import { safe } from "../../cli/show/safe.js";
import type { Excerpt } from "../../pipeline/excerpt.js";
import type { Host } from "../../pipeline/host.js";
import type { Located } from "../../pipeline/located.js";

/** An error in the form that Rollup gave to all: bundlers show the place in the input, and Vite's overlay opens it in an editor. */
export interface BundlerError {
  readonly message: string;
  readonly plugin: string;
  /** What there is to say beside the first mistake. */
  readonly stack: string;
  readonly id?: string;
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
  readonly frame?: string;
}

/** Tells of the first mistake, and below it of all others. */
export function failureOf(diagnostics: readonly Located[], host: Host): BundlerError {
  const errors = diagnostics.filter((it) => it.severity === "error");
  const [first, ...others] = errors;
  if (first === undefined) return { message: NO_REASON, plugin: "sdkwright", stack: "" };
  const { place } = first;
  const file = place && resolve(host.cwd, place.path);
  return {
    message: messageOf(first),
    plugin: "sdkwright",
    stack: others.length === 0 ? "" : `Also:\n\n${showDiagnostics(others, plain).trimEnd()}`,
    ...(place &&
      file !== undefined && { id: file, loc: { file, ...start(place.start) }, frame: frameOf(place.excerpt) }),
  };
}

/** For a run that failed and has not said why. */
export const NO_REASON = "sdkwright could not make the SDK.";

/** What is wrong, and the next step. */
export const messageOf = ({ code, message, help }: Located): string => `${safe(message)} (${code})\n\n${safe(help)}`;

const start = ({ line, column }: { readonly line: number; readonly column: number }) => ({ line, column });

/** The lines around a place in the form that overlays recognise. */
export function frameOf({ lines, mark }: Excerpt): string {
  const width = String(lines.at(-1)?.number ?? 0).length;
  const rows = lines.flatMap(({ number, text }) => [
    `${String(number).padStart(width)} | ${safe(text)}`,
    ...(number === mark.line ? [`${" ".repeat(width)} | ${" ".repeat(mark.at)}${"^".repeat(mark.length)}`] : []),
  ]);
  return `${rows.join("\n")}\n`;
}

/** As bundlers want it thrown. */
export const thrown = (it: BundlerError): Error => Object.assign(new Error(it.message), it);
