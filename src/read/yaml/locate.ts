import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import type { Range } from "../../diagnostics/diagnostics.js";
import { tokensOf } from "../../diagnostics/pointer.js";
import type { Source } from "../source.js";
import { yamlOptions } from "./options.js";

/** Finds nodes in YAML. Positions need the parser's own tree, which is large: it is built again when first asked for. */
export function yamlLocator(text: string): Source["locate"] {
  let document: Document | undefined;
  return (pointer, at) => {
    document ??= parseDocument(text, yamlOptions);
    const place = find(document, tokensOf(pointer));
    return rangeOf(at === "key" ? (place.key ?? place.value) : place.value) ?? { start: 0, end: 0 };
  };
}

interface Place {
  readonly key?: Node;
  readonly value: Node | undefined;
}

function find(document: Document, tokens: readonly string[]): Place {
  let place: Place = { value: document.contents ?? undefined };
  for (const token of tokens) {
    const next = memberOf(followed(place.value, document), token, document);
    if (next === undefined) return place;
    place = next;
  }
  return place;
}

function memberOf(node: Node | undefined, token: string, document: Document): Place | undefined {
  if (isMap(node)) return ownMember(node.items, token) ?? mergedMember(node.items, token, document);
  const item: unknown = isSeq(node) ? node.items[Number(token)] : undefined;
  return isNode(item) ? { value: item } : undefined;
}

function ownMember(pairs: readonly Pair[], token: string): Place | undefined {
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === token);
  if (pair === undefined || !isNode(pair.key)) return undefined;
  return { key: pair.key, value: isNode(pair.value) ? pair.value : pair.key };
}

/** Where a key comes from a merge (`<<: *base`), its place is in the node that is merged. */
function mergedMember(pairs: readonly Pair[], token: string, document: Document): Place | undefined {
  const merged = followed(ownMember(pairs, "<<")?.value, document);
  const bases = isSeq(merged) ? merged.items.filter(isNode) : [merged];
  for (const base of bases) {
    const member = memberOf(followed(base, document), token, document);
    if (member !== undefined) return member;
  }
  return undefined;
}

function followed(node: Node | undefined, document: Document): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node;
}

/** The third offset, behind trailing space and comments, is of no use to a reader. */
function rangeOf(node: Node | undefined): Range | undefined {
  if (node?.range === undefined || node.range === null) return undefined;
  const [start, end] = node.range;
  return { start, end };
}
