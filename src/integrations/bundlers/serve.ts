import { dirname, resolve } from "node:path";
import type { ErrorPayload, ViteDevServer } from "vite";
import { showDiagnostics } from "../../cli/show/diagnostics.js";
import { labelOf } from "../../cli/show/label.js";
import { paintFor } from "../../cli/show/paint.js";
import { showRound } from "../../cli/show/round.js";
import { Programs } from "../../config/programs/programs.js";
import type { Host } from "../../pipeline/host.js";
import { isInside, shownPath } from "../../pipeline/paths.js";
import { watch } from "../../pipeline/watch/watch.js";
import { type BundlerError, failureOf, thrown } from "./failure.js";
import { make, type Made } from "./make.js";
import type { PluginOptions } from "./options.js";

/** Keeps SDKs as their inputs are for as long as a server of Vite runs. */
export interface Served {
  /** Whether there is such a server, and not a build. */
  isOn(): boolean;
  /** Waits until the SDKs are there, or could not be made. */
  start(server: ViteDevServer, host: Host): Promise<void>;
  /** Where a file of an SDK is asked for that is not there since it could not be made: says why. */
  explain(source: string, importer: string | undefined): void;
  stop(): void;
}

export function servedBy(options: PluginOptions): Served {
  const ending = new AbortController();
  let on: { readonly host: Host } | undefined;
  let failed: { readonly error: BundlerError; readonly outputs: readonly string[] } | undefined;

  function show(server: ViteDevServer, isNew: boolean): void {
    // With nobody there Vite would keep an error and show it to whoever comes, however late.
    if (server.ws.clients.size === 0) return;
    if (failed !== undefined) server.ws.send(overlayOf(failed.error));
    // Nothing to bring up to date, but the overlay goes.
    else if (isNew) server.ws.send({ type: "update", updates: [] });
  }

  return {
    isOn: () => on !== undefined,
    async start(server, host) {
      on = { host };
      server.ws.on("connection", () => show(server, false));
      const files = { ...host, ending: () => ending.signal };
      const programs = new Programs();
      const { promise: first, resolve: begin, reject } = withResolvers();
      const watching = watch(files, async (asked, changed) => {
        const time = host.now();
        const made = await make(options, asked, programs.run);
        return {
          ok: made.ok,
          outputs: made.written,
          async tell() {
            const wasFailed = failed !== undefined;
            failed = made.ok ? undefined : { error: failureOf(made.diagnostics, host), outputs: made.outputs };
            say(made, changed, host.now() - time, server, host);
            show(server, wasFailed);
            // Without a watcher, as in a test run, once is all.
            if (server.config.server.watch === null) ending.abort();
            begin();
          },
        };
      });
      watching.catch((error: Error) => {
        server.config.logger.error(`sdkwright: ${error.stack}`);
        reject(error);
      });
      await first;
    },
    explain(source, importer) {
      if (failed === undefined || on === undefined || importer === undefined || !source.startsWith(".")) return;
      const file = resolve(dirname(importer), source);
      const isOfSdk = failed.outputs.some((it) => isInside(file, it));
      const isThere = [file, file.replace(/js$/, "ts")].some((it) => on?.host.stat(it) !== undefined);
      if (isOfSdk && !isThere) throw thrown(failed.error);
    },
    stop: () => ending.abort(),
  };
}

const overlayOf = (err: BundlerError): ErrorPayload => ({ type: "error", err: { ...err } });

function say(made: Made, changed: readonly string[], ms: number, { config }: ViteDevServer, host: Host): void {
  const paths = changed.map((it) => shownPath(it, host));
  if (made.diagnostics.length > 0)
    config.logger[made.ok ? "warn" : "error"](
      showDiagnostics(made.diagnostics, paintFor("stderr", host, false)).trimEnd(),
    );
  for (const { project, report } of made.runs) {
    const label = labelOf(project, made.several, host);
    if (report.ok) config.logger.info(`sdkwright: ${showRound(label, report.files, ms, paths).trimEnd()}`);
  }
}

/** `Promise.withResolvers`, which Node 20 has not. */
function withResolvers(): {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
} {
  let [settle, fail]: [() => void, (reason: unknown) => void] = [() => {}, () => {}];
  const promise = new Promise<void>((resolve, reject) => ([settle, fail] = [resolve, reject]));
  return { promise, resolve: settle, reject: fail };
}
