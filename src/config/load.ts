import { dirname, extname } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { shownPath } from "../pipeline/paths.js";
import { absolute } from "./absolute.js";
import type { Settings } from "./config.js";
import { runProgram, type RunProgram } from "./programs/run.js";
import { validate } from "./validate.js";

/** The settings that a config file gives, with absolute paths; undefined where the file is at fault. `run` is for one that is a program. */
export async function loadConfig(
  path: string,
  host: Host,
  diagnostics: Diagnostics,
  run: RunProgram = runProgram,
): Promise<Settings | undefined> {
  const where = shownPath(path, host);
  const bytes = host.stat(path)?.kind === "file" ? host.readFile(path) : undefined;
  if (bytes === undefined) {
    diagnostics.report("config/not-found", undefined, { path: where });
    return undefined;
  }
  const isProgram = extname(path) !== ".json";
  const value = await evaluated(
    () => (isProgram ? run(path, host) : (JSON.parse(Buffer.from(bytes).toString("utf8")) as unknown)),
    (reason) => diagnostics.report("config/failed", undefined, { path: where, reason }),
  );
  const config = value && validate(value.value, where, diagnostics);
  return config && { root: dirname(path), home: dirname(path), ...absolute(config, dirname(path)) };
}

/** What a file exports or holds. It is the user's program: whatever it throws is theirs to see. */
async function evaluated(
  evaluate: () => unknown,
  failed: (reason: string) => void,
): Promise<{ readonly value: unknown } | undefined> {
  try {
    return { value: await evaluate() };
  } catch (error) {
    failed(error instanceof Error ? withoutStop(error.message) : String(error));
    return undefined;
  }
}

const withoutStop = (message: string): string => message.replace(/\.$/, "");
