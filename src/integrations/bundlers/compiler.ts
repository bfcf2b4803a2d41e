import { resolve } from "node:path";
import { labelOf } from "../../cli/show/label.js";
import { showRound } from "../../cli/show/round.js";
import { nodeHost } from "../../pipeline/node-host.js";
import type { Host } from "../../pipeline/host.js";
import type { Located } from "../../pipeline/located.js";
import { shownPath } from "../../pipeline/paths.js";
import { frameOf, messageOf, NO_REASON } from "./failure.js";
import { keep, type Kept, type Round } from "./keep.js";
import { type Made, Maker } from "./make.js";
import type { PluginOptions } from "./options.js";

/** As much as is used here of the compiler that webpack and Rspack give their plugins. */
export interface Compiler {
  readonly context: string;
  /** While it watches. */
  readonly watching?: { invalidate(): void } | undefined;
  readonly hooks: {
    readonly beforeRun: { tapPromise(name: string, act: () => Promise<void>): void };
    readonly watchRun: { tapPromise(name: string, act: () => Promise<void>): void };
    readonly watchClose: { tap(name: string, act: () => void): void };
    readonly thisCompilation: { tap(name: string, act: (compilation: Compilation) => void): void };
  };
  getInfrastructureLogger(name: string): { info(text: string): void; error(text: string): void };
}
interface Compilation {
  readonly errors: { push(...errors: readonly Error[]): unknown };
  readonly warnings: { push(...warnings: readonly Error[]): unknown };
}

/** A plugin as webpack and Rspack take it. */
export interface CompilerPlugin {
  apply(compiler: Compiler): void;
}

/**
 * The SDKs are there before a compiler looks for modules. While it watches they are kept as their inputs are: it sees
 * files that change as it does any others, and is asked to compile again where only what there is to say has changed.
 */
export const compilerPlugin = (options: PluginOptions = {}): CompilerPlugin => ({
  apply(compiler) {
    const host = { ...nodeHost(), cwd: compiler.context };
    const maker = new Maker(options);
    const ending = new AbortController();
    const logger = compiler.getInfrastructureLogger(NAME);
    let made: Made | undefined;
    let kept: Kept | undefined;

    function tell(round: Round): void {
      const isNews = made !== undefined && saidBy(made) !== saidBy(round.made);
      made = round.made;
      if (isNews) compiler.watching?.invalidate();
      if (made.ok && round.changed.length > 0) linesOf(round, host).forEach((it) => logger.info(it));
    }
    function begin(): Kept {
      const it = keep(maker, host, ending.signal, tell);
      it.ended.catch((error: Error) => logger.error(`${error.stack}`));
      return it;
    }

    compiler.hooks.beforeRun.tapPromise(NAME, async () => {
      made = await maker.make(host);
    });
    compiler.hooks.watchRun.tapPromise(NAME, async () => {
      kept ??= begin();
      await kept.begun;
    });
    compiler.hooks.watchClose.tap(NAME, () => ending.abort());
    compiler.hooks.thisCompilation.tap(NAME, ({ errors, warnings }) => {
      if (made === undefined) return;
      const of = (severity: Located["severity"]): readonly Error[] =>
        (made?.diagnostics ?? []).filter((it) => it.severity === severity).map((it) => errorOf(it, host));
      const wrong = of("error");
      errors.push(...(made.ok || wrong.length > 0 ? wrong : [new Error(NO_REASON)]));
      warnings.push(...of("warning"));
    });
  },
});

const NAME = "sdkwright";

const saidBy = ({ ok, diagnostics }: Made): string => JSON.stringify([ok, diagnostics]);

/** As webpack shows errors: the file and the place before the text. */
function errorOf(it: Located, host: Host): Error {
  const { place } = it;
  const text = place === undefined ? messageOf(it) : `${messageOf(it)}\n\n${frameOf(place.excerpt)}`;
  const error = new Error(text.trimEnd());
  // It would be ours, which tells nobody anything.
  error.stack = "";
  if (place === undefined) return error;
  const { start, end } = place;
  return Object.assign(error, {
    file: shownPath(resolve(host.cwd, place.path), host),
    loc: { start, end },
  });
}

function linesOf({ made, changed, ms }: Round, host: Host): readonly string[] {
  const paths = changed.map((it) => shownPath(it, host));
  return made.runs.map(({ project, report }) =>
    showRound(labelOf(project, made.several, host), report.files, ms, paths).trimEnd(),
  );
}
