import { fails } from "../diagnostics/fails.js";
import type { Host } from "../pipeline/host.js";
import { jsonText } from "../pipeline/json-text.js";
import type { Located } from "../pipeline/located.js";
import type { Command } from "./command.js";
import { paintFor, type Paint } from "./show/paint.js";

/** Where a program prints. */
export interface Streams {
  stdout(text: string): void;
  stderr(text: string): void;
}

/** How a command shows what it has to say: results on stdout, all talk on stderr. */
export interface Screen {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly paint: Paint;
  /** A result for people; `--json` and `--quiet` have none. */
  result(text: string): void;
  /** A result that a program may read: with `--quiet` as well. */
  text(text: string): void;
  /** What `--json` prints, in one piece. */
  object(value: object): void;
  /** What `--json` prints of one thing of many, on a line of its own. */
  line(value: object): void;
  /** Talk that is left out with `--json` and `--quiet`. */
  note(text: string): void;
  /** What there is to say, under a heading where there is one. */
  diagnostics(all: readonly Located[], heading?: string): Promise<void>;
}

export function screenFor({ switches }: Command, host: Host, streams: Streams): Screen {
  const [json, quiet, plain] = ["json", "quiet", "no-color"].map((it) => switches.has(it)) as [
    boolean,
    boolean,
    boolean,
  ];
  const talks = !json && !quiet;
  return {
    json,
    quiet,
    paint: paintFor("stdout", host, plain),
    result: (text) => talks && streams.stdout(text),
    text: (text) => !json && streams.stdout(text),
    object: (value) => streams.stdout(`${jsonText(value)}\n`),
    line: (value) => streams.stdout(`${JSON.stringify(value)}\n`),
    note: (text) => talks && streams.stderr(text),
    async diagnostics(all, heading) {
      const shown = quiet ? all.filter((it) => fails([it], false)) : all;
      if (shown.length === 0) return;
      const { showDiagnostics, showAnnotations } = await import("./show/diagnostics.js");
      const paint = paintFor("stderr", host, plain);
      if (!json && heading !== undefined) streams.stderr(`${paint.bold(heading)}\n\n`);
      if (!json) streams.stderr(showDiagnostics(shown, paint));
      streams.stderr(showAnnotations(shown, host));
    },
  };
}
