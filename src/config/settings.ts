import { resolve } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { absolute } from "./absolute.js";
import type { Config, Settings } from "./config.js";
import type { RunProgram } from "./programs/run.js";
import { findConfig } from "./find.js";

/** The settings of a command: those of its flags, for the rest those of the config file. Undefined where that file is at fault. */
export async function settingsOf(
  flags: Config,
  configFile: string | undefined,
  host: Host,
  diagnostics: Diagnostics,
  run?: RunProgram,
): Promise<Settings | undefined> {
  const file = configFile === undefined ? findConfig(host.cwd, host) : resolve(host.cwd, configFile);
  const config =
    file === undefined
      ? { root: host.cwd, home: host.cwd }
      : await (await import("./load.js")).loadConfig(file, host, diagnostics, run);
  const overridden = overriddenBy(flags);
  return config && { ...config, ...absolute(flags, host.cwd), ...(overridden && { overridden }) };
}

function overriddenBy({ strict: _, ...flags }: Config): Settings["overridden"] {
  if (Object.keys(flags).length === 0) return undefined;
  return flags.input === undefined ? "part" : "input";
}
