/**
 * How long after a change of Stripe's description the output is up to date, with `--watch`: from before the file is written
 * until the line that tells of the run has come, and what the run itself took of that. The first runs, which warm the
 * program up, are not counted.
 *
 *     npm run bench:watch [-- <runs of each kind>]
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { type Changed, edits, editing } from "../support/stripe-edits.js";
import { tempFolder } from "../support/temp-folder.js";
import { median, table } from "./table.js";

const runs = Math.max(3, Number(process.argv[2] ?? 7));
const ends: (() => void)[] = [];
try {
  const folder = tempFolder({}, (end) => ends.push(end));
  const { change, program } = await editing(join(folder, "stripe.json"), folder, (end) => ends.push(end));
  for (let i = 0; i < 2; i++) for (const edit of edits) await change(edit);
  const rows: (readonly string[])[] = [];
  for (const edit of edits) {
    const all: Changed[] = [];
    for (let i = 0; i < runs; i++) all.push(await change(edit));
    const of = (value: (it: Changed) => number): string => median(all.map(value)).toFixed(0);
    rows.push([edit.what, of((it) => it.ms), of((it) => it.run.ms), of((it) => it.files)]);
  }
  await program.end("SIGTERM");
  console.log(
    `Stripe whole with --watch, medians of ${runs}. Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}.\n`,
  );
  console.log(table([["change of", "ms", "of it the run", "files changed"], ...rows]));
} finally {
  for (const end of ends.toReversed()) end();
}
