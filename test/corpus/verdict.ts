import { readFileSync } from "node:fs";
import { median, table } from "../bench/table.js";
import type { Record } from "./record.js";
import type { Report } from "./report.js";

/** What a committed list says of a description or a keyword, by its name. */
type Reasons = Readonly<{ [name: string]: string }>;

// Both are written by hand in this form.
const read = (file: string): Reasons => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Reasons;

/**
 * Prints what came of the descriptions, and whether it is as it must be: each one generates and compiles, or is listed as
 * invalid and ends in an error that names its place; each keyword is read, or listed with the reason why not.
 * `isWhole`: all descriptions were looked at, so that an entry that nothing needs any more is a fault too.
 */
export function verdict(records: readonly Record[], report: Report, isWhole: boolean): boolean {
  const faults = [...records.flatMap((it) => faultsOf(it, read("invalid.json")))];
  const ignored = read("ignored-keywords.json");
  const unread = [...report.present].filter(([keyword]) => !report.read.has(keyword) && ignored[keyword] === undefined);
  faults.push(...unread.map(([keyword, name]) => `${keyword}: no rule reads this keyword (${name})`));
  if (isWhole) faults.push(...needless(records, report, ignored));
  process.stdout.write(summary(records));
  for (const it of faults) process.stdout.write(`${it}\n`);
  process.stdout.write(faults.length === 0 ? "As it must be.\n" : `${faults.length} faults.\n`);
  return faults.length === 0;
}

function faultsOf(record: Record, invalid: Reasons): readonly string[] {
  const { name, crash, errors, unplaced, isStable, compiler } = record;
  const reason = invalid[name];
  return [
    ...(crash === undefined ? [] : [`crashed: ${crash.split("\n").slice(0, 3).join(" | ")}`]),
    ...(reason === undefined ? errors.map((it) => `${it.at} ${it.code}: ${it.message}`) : []),
    ...(reason !== undefined && crash === undefined && errors.length === 0 ? [`valid, and listed as invalid`] : []),
    ...errors.filter((it) => it.at === "").map((it) => `${it.code} has no place`),
    ...unplaced.map((it) => `${it} has no place`),
    ...(isStable ? [] : ["a second run gave other bytes"]),
    ...compiler,
  ].map((it) => `${name}: ${it}`);
}

/** Entries that nothing needs any more. */
function needless(records: readonly Record[], report: Report, ignored: Reasons): readonly string[] {
  const names = new Set(records.map((it) => it.name));
  return [
    ...Object.keys(read("invalid.json"))
      .filter((it) => !names.has(it))
      .map((it) => `${it}: listed as invalid, and not there`),
    ...Object.keys(ignored)
      .filter((it) => !report.present.has(it) || report.read.has(it))
      .map((it) => `${it}: listed as ignored, and no description has it or a rule reads it`),
  ];
}

function summary(records: readonly Record[]): string {
  const versions = [...new Set(records.map((it) => it.version))].toSorted();
  const row = (name: string, all: readonly Record[]): readonly string[] => {
    const clean = all.filter((it) => it.ok && it.compiler.length === 0);
    const invalid = all.filter((it) => !it.ok && it.crash === undefined);
    const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);
    return [
      name,
      String(all.length),
      String(clean.length),
      String(invalid.length),
      String(all.length - clean.length - invalid.length),
      mb(all.reduce((sum, it) => sum + it.size, 0)),
      mb(all.reduce((sum, it) => sum + it.bytes, 0)),
      median(all.map((it) => it.ms)).toFixed(0),
      String(Math.max(...all.map((it) => it.ms))),
      mb(Math.max(...all.map((it) => it.memory))),
    ];
  };
  return table([
    [
      "OpenAPI",
      "descriptions",
      "clean",
      "refused",
      "faulty",
      "MB in",
      "MB out",
      "median ms",
      "most ms",
      "most MB held",
    ],
    ...versions.map((it) =>
      row(
        it,
        records.filter(({ version }) => version === it),
      ),
    ),
    row("all", records),
  ]);
}
