import { dirname, resolve } from "node:path";
import type { ErrorPayload, ViteDevServer } from "vite";
import { showDiagnostics } from "../../cli/show/diagnostics.js";
import { labelOf } from "../../cli/show/label.js";
import { paintFor } from "../../cli/show/paint.js";
import { showRound } from "../../cli/show/round.js";
import type { Host } from "../../pipeline/host.js";
import { isInside, shownPath } from "../../pipeline/paths.js";
import { type BundlerError, failureOf, thrown } from "./failure.js";
import { keep, type Round } from "./keep.js";
import type { Maker } from "./make.js";

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

export function servedBy(maker: Maker): Served {
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
      const { begun, ended } = keep(maker, host, ending.signal, (round) => {
        const wasFailed = failed !== undefined;
        const { ok, diagnostics, outputs } = round.made;
        failed = ok ? undefined : { error: failureOf(diagnostics, host), outputs };
        say(round, server, host);
        show(server, wasFailed);
        // Without a watcher, as in a test run, once is all.
        if (server.config.server.watch === null) ending.abort();
      });
      ended.catch((error: Error) => server.config.logger.error(`sdkwright: ${error.stack}`));
      await begun;
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

function say({ made, changed, ms }: Round, { config }: ViteDevServer, host: Host): void {
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
