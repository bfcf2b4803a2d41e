import type { UnpluginOptions } from "unplugin";
import { showDiagnostics } from "../../cli/show/diagnostics.js";
import { plain } from "../../cli/show/paint.js";
import type { Host } from "../../pipeline/host.js";
import { nodeHost } from "../../pipeline/node-host.js";
import { isInside } from "../../pipeline/paths.js";
import { Asked } from "../../pipeline/watch/asked.js";
import { failureOf, thrown } from "./failure.js";
import { Maker } from "./make.js";
import type { PluginOptions } from "./options.js";
import { servedBy } from "./serve.js";

/** The plugin, whatever the bundler: an SDK is there before anything asks for it, and made again when what it is made of changes. */
export function plugin(options: PluginOptions = {}): UnpluginOptions {
  let host: Host = nodeHost();
  const maker = new Maker(options);
  const server = servedBy(maker);
  return {
    name: "sdkwright",
    // Before others try to find a file of the SDK that is not there.
    enforce: "pre",
    async buildStart() {
      // A server that stays has made it, and looks out for changes itself.
      if (server.isOn()) return;
      const asked = new Asked(host);
      const made = await maker.make(asked.host);
      asked.drop((path) => made.written.some((it) => isInside(path, it)));
      for (const path of asked.places()) if (host.stat(path)?.kind === "file") this.addWatchFile(path);
      const { diagnostics } = made;
      if (!made.ok) throw thrown(failureOf(diagnostics, host));
      if (diagnostics.length > 0 && "warn" in this && typeof this.warn === "function")
        this.warn(showDiagnostics(diagnostics, plain).trimEnd());
    },
    vite: {
      configResolved({ root }) {
        host = { ...host, cwd: root };
      },
      configureServer: (it) => server.start(it, host),
      resolveId: (source, importer) => server.explain(source, importer),
      buildEnd: () => server.stop(),
    },
  };
}
