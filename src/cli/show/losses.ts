import type { Inspected } from "../../pipeline/job.js";
import { count } from "./count.js";

type Report = NonNullable<Extract<Inspected, { readonly stage: "losses" }>["value"]>;
type Group = Report[number];

/** What was lost, by kind and by code, each with its place; a line that says so where nothing was. */
export const lossLines = (report: Report): readonly string[] =>
  report.length === 0
    ? ["Nothing was widened or dropped."]
    : [...new Set(report.map((it) => it.loss))].flatMap((loss) => kindLines(report.filter((it) => it.loss === loss)));

function kindLines(groups: readonly Group[]): readonly string[] {
  const number = groups.reduce((sum, it) => sum + it.losses.length, 0);
  return [`${groups[0]?.loss ?? ""}: ${count(number, "place")}`, ...groups.flatMap(groupLines), ""];
}

const groupLines = ({ code, losses }: Group): readonly string[] => [
  `  ${code}`,
  ...losses.flatMap(({ message, place }) => [
    `    ${message}`,
    ...(place === undefined ? [] : [`      ${place.path}:${place.line}:${place.column} at ${place.pointer}`]),
  ]),
];
