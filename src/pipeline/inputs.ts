import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { failureOf } from "./failure.js";
import type { Host } from "./host.js";
import { shownPath } from "./paths.js";

/** The bytes of an input; where it cannot be read a diagnostic says why. */
export function readInput(path: string, host: Host, diagnostics: Diagnostics): Uint8Array | undefined {
  try {
    const bytes = host.readFile(path);
    if (bytes === undefined) diagnostics.report("read/not-found", undefined, { path: shownPath(path, host) });
    return bytes;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("config/unreadable-input", undefined, { path: shownPath(path, host), reason: failure.reason });
    return undefined;
  }
}
