import type { Description } from "./descriptions.js";
import type { Result } from "./measure.js";

/** What the makers come to on one description, in Markdown. */
export function resultTable({ name, size }: Description, results: readonly Result[]): string {
  const rows = results.filter((it) => it.description === name);
  return markdown([
    [
      `${name}, ${megabytes(size)} MB`,
      "s",
      "peak MB",
      "files",
      "MB",
      "type check s",
      "type errors",
      "one call, gzipped",
    ],
    ...rows.map((it) => [it.maker, ...(it.failure === undefined ? cells(it) : [it.failure, "", "", "", "", "", ""])]),
  ]);
}

const cells = ({ ms, memory, files, bytes, check, gzipped }: Result): readonly string[] => [
  seconds(ms),
  megabytes(memory, 0),
  String(files ?? ""),
  megabytes(bytes),
  seconds(check?.ms),
  check === undefined ? "" : check.errors.toLocaleString("en"),
  gzipped === undefined ? "" : gzipped.toLocaleString("en"),
];

/** How time and memory grow with the description, in Markdown. */
export function growthTable(descriptions: readonly Description[], results: readonly Result[]): string {
  const makers = [...new Set(results.map((it) => it.maker))];
  const cell = (maker: string, { name }: Description): string => {
    const result = results.find((it) => it.maker === maker && it.description === name);
    return result?.failure ?? `${seconds(result?.ms)} (${megabytes(result?.memory, 0)})`;
  };
  return markdown([
    ["s (peak MB)", ...descriptions.map((it) => `${it.name}, ${megabytes(it.size)} MB`)],
    ...makers.map((maker) => [maker, ...descriptions.map((it) => cell(maker, it))]),
  ]);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((it) => it.replaceAll("|", "\\|")).join(" | ")} |`;
  return `${[line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n")}\n`;
}

const seconds = (ms: number | undefined): string => (ms === undefined ? "" : (ms / 1000).toFixed(2));
const megabytes = (bytes: number | undefined, digits = 1): string =>
  bytes === undefined ? "" : (bytes / 1e6).toFixed(digits);
