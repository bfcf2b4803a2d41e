import { basename, dirname, join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { nearest } from "../diagnostics/nearest.js";
import { failureOf, orNothing } from "./failure.js";
import type { Host } from "./host.js";
import { shownPath } from "./paths.js";

/** The bytes of an input; where it cannot be read a diagnostic says why. */
export function readInput(path: string, host: Host, diagnostics: Diagnostics): Uint8Array | undefined {
  try {
    const bytes = host.readFile(path);
    if (bytes === undefined)
      diagnostics.report("read/not-found", undefined, { path: shownPath(path, host), guess: guess(path, host) });
    return bytes;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("config/unreadable-input", undefined, { path: shownPath(path, host), reason: failure.reason });
    return undefined;
  }
}

/** The file beside it that may have been meant, as the end of a sentence. */
function guess(path: string, host: Host): string {
  const beside = orNothing(() => host.readdir(dirname(path))) ?? [];
  const near = nearest(
    basename(path),
    beside.filter((it) => it.kind === "file").map((it) => it.name),
  );
  return near === undefined ? "." : `; did you mean ${shownPath(join(dirname(path), near), host)}?`;
}
