import { arrayLiteral, inlineObject, objectLiteral } from "../src/emit/code.js";
import type { FileScope } from "../src/emit/file-scope.js";
import { INSIDE, quote } from "../src/emit/text.js";
import { typeText, type TypeContext } from "../src/emit/type-text.js";
import type { NextPage, PageParam, Pagination, Path, Type } from "../src/ir/types.js";
import type { Exported, OperationNames } from "../src/names/names.js";
import { runtimeExport } from "./runtime-symbols.js";

/** Where the items stand and how the pages follow each other, which mentions just the way that the operation pages. */
export const pagesSpec = ({ items, next }: Pagination, file: FileScope, at: string): string =>
  objectLiteral(
    [
      ["items", pathLiteral(items)],
      ["paging", `${file.value(WAYS[next.kind])}(${placesOf(next)})`],
    ],
    at,
  );

const way = (name: string, file: string): Exported => runtimeExport(`pages/${file}`, name);

const WAYS: Readonly<Record<NextPage["kind"], Exported>> = {
  cursor: way("byCursor", "by-cursor"),
  lastItem: way("byLastItem", "by-last-item"),
  offset: way("byOffset", "by-number"),
  page: way("byPage", "by-number"),
  link: way("byLink", "by-link"),
  linkHeader: way("byLinkHeader", "by-link-header"),
};

/** What each way goes by, under the names that it has in the runtime as well. */
function placesOf(next: NextPage): string {
  if (next.kind === "linkHeader") return "";
  return inlineObject([
    ["from", "from" in next ? pathLiteral(next.from) : undefined],
    ["to", "to" in next ? placeLiteral(next.to) : undefined],
    ["back", next.kind === "lastItem" && next.back ? placeLiteral(next.back) : undefined],
    ["start", "start" in next ? String(next.start) : undefined],
    ["total", "start" in next && next.total ? pathLiteral(next.total) : undefined],
    ["more", next.more && pathLiteral(next.more)],
  ]);
}

const pathLiteral = (path: Path): string => arrayLiteral(path.map(quote));
const placeLiteral = ({ in: place, name }: PageParam): string => arrayLiteral([quote(place), quote(name)]);

/** The type of an item: its name, or where it stands in the output, so that no long type is written twice. */
export function itemText({ item, items }: Pagination, { output }: OperationNames, ctx: TypeContext): string {
  if (!isLong(item)) return typeText(item, ctx, INSIDE);
  const list = items.reduce((it, name) => `NonNullable<${it}>[${quote(name)}]`, ctx.file.type(output));
  return `NonNullable<${list}>[number]`;
}

const isLong = (type: Type): boolean => ["object", "union", "intersection", "tuple"].includes(type.kind);
