import type { Host } from "../../pipeline/host.js";
import type { Observer } from "../../pipeline/job.js";

export interface Progress extends Observer {
  /** Leaves no trace of itself. */
  end(): void;
}

/** One line on a terminal that tells what a long run is doing; short runs, files, pipes and CI see nothing of it. */
export function progressOn(write: (text: string) => void, host: Host): Progress {
  const start = host.now();
  const silent = !host.isTTY.stderr || (host.env["CI"] ?? "") !== "" || host.env["TERM"] === "dumb";
  let shown = false;
  return {
    stage(name) {
      if (silent || host.now() - start < patience) return;
      write(`${eraseLine}sdkwright: ${name} ...`);
      shown = true;
    },
    end() {
      if (shown) write(eraseLine);
      shown = false;
    },
  };
}

/** Milliseconds that nobody minds. */
const patience = 500;
const eraseLine = "\r\u001b[2K";
