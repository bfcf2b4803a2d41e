import type { Located } from "../../../src/pipeline/located.js";
import type { Sdk } from "../sdk.js";
import { snippetAt } from "./declarations.js";
import type { Expectation } from "./scenario.js";

/** What came out, in the words of a block that says what should. */
export function outcomeOf(sdk: Sdk, expected: Exclude<Expectation, { kind: "usage" | "requests" }>): string {
  switch (expected.kind) {
    case "snippet":
      return snippetAt(sdk, expected.address);
    case "diagnostics":
      return diagnosticsText(sdk);
    case "files":
      return filesText(sdk);
  }
}

/** A line each: the file, and what it exports. The runtime and the entry point, which only repeat, are left out. */
const filesText = ({ files }: Sdk): string =>
  Object.entries(files)
    .filter(([path]) => path !== "index.ts" && !path.startsWith("runtime/"))
    .map(
      ([path, text]) =>
        `${path}: ${[...text.matchAll(/^export (?:function|interface|type) ([^\s(<]+)/gm)].map(([, name]) => name).join(", ")}`,
    )
    .toSorted()
    .join("\n");

/** A line each, such as `warning schema/unknown-type 7:9 "text" is not a type`, with related places indented below. */
export const diagnosticsText = ({ diagnostics }: Sdk): string =>
  diagnostics
    .map((it) => {
      const related = it.related.map(({ message, place }) => `\n  ${positionOf(place)}${message}`);
      return `${it.severity} ${it.code} ${positionOf(it.place)}${it.message}${related.join("")}`;
    })
    .join("\n");

/** The file is named where a scenario names its files. */
function positionOf(place: Located["place"]): string {
  if (place === undefined) return "";
  const file = place.path.startsWith("openapi.") ? "" : `${place.path}:`;
  return `${file}${place.start.line}:${place.start.column} `;
}
