import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, visit } from "yaml";
import type { Range } from "../../diagnostics/diagnostics.js";

/** The first alias that names nothing or what it stands in, or merge key that holds no map. */
export function brokenAlias(document: Document): Range | undefined {
  let broken: Node | undefined;
  visit(document, {
    Alias: (_, alias, around) => {
      const node = alias.resolve(document);
      if (node === undefined || around.includes(node)) broken = alias;
      return broken && visit.BREAK;
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === "<<" && !holdsMaps(pair, document)) broken = pair.key;
      return broken && visit.BREAK;
    },
  });
  const [start, end] = broken?.range ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function holdsMaps({ value }: Pair, document: Document): boolean {
  const isMapOrAlias = (node: unknown): boolean => isMap(isAlias(node) ? node.resolve(document) : node);
  return isSeq(value) ? value.items.every(isMapOrAlias) : isMapOrAlias(value);
}
