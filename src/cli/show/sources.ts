import type { Inspected } from "../../pipeline/job.js";

type Report = NonNullable<Extract<Inspected, { readonly stage: "sources" }>["value"]>;
type Operation = Report[number];

/** Where each fact of each operation came from: `+` was filled in by a later input, `!` is said otherwise by one. */
export function sourceLines(report: Report): readonly string[] {
  return report.flatMap((it) => [
    `${it.method} ${it.path}${it.id === undefined ? "" : `  ${it.id}`}`,
    ...factLines(it),
    ...it.contradictions.flatMap(contradictionLine),
    "",
  ]);
}

function factLines({ facts }: Operation): readonly string[] {
  const width = Math.min(WIDEST, Math.max(...facts.map((it) => it.what.length)));
  return facts.flatMap(({ what, place, filledIn, contradictions }) => [
    `  ${filledIn ? "+" : " "} ${what.padEnd(width)}  ${placeText(place)}`,
    ...contradictions.flatMap(contradictionLine),
  ]);
}

const contradictionLine = ({ message, place }: Operation["contradictions"][number]): readonly string[] => [
  `  ! ${message}`,
  `      ${placeText(place)}`,
];

const placeText = ({ path, line, column }: Operation["facts"][number]["place"]): string => `${path}:${line}:${column}`;

const WIDEST = 60;
