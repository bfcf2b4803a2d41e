import { inlineObject, type Member, objectLiteral } from "../src/emit/code.js";
import { comment } from "../src/emit/comment.js";
import type { FileScope } from "../src/emit/file-scope.js";
import { deeper, INSIDE, TOP } from "../src/emit/text.js";
import { block, objectText, type TypeContext } from "../src/emit/type-text.js";
import type { Operation, Response } from "../src/ir/types.js";
import type { OperationNames } from "../src/names/names.js";
import { headerReader } from "./header-readers.js";
import { statusKey } from "./response-types.js";
import type { Types } from "./value-shape.js";

/** `…ResponseHeaders`: the described headers by status; none where no answer has some. */
export function responseHeaderTexts(
  { responses }: Operation,
  { headers, function: { name } }: OperationNames,
  ctx: TypeContext,
): readonly string[] {
  if (headers === undefined) return [];
  const members = responses
    .filter((it) => it.headers.length > 0)
    .map((it) => `${comment(it.doc, INSIDE)}${statusKey(it)}: ${headersText(it, ctx)};`);
  const doc = comment({}, TOP, [`The headers of what {@link ${name}} answers, by status.`]);
  return [`${doc}export interface ${headers.name} ${block(members, TOP)}`];
}

/** None is certain to be there: a proxy may drop it, and a browser hides what CORS does not expose. */
function headersText({ headers }: Response, ctx: TypeContext): string {
  const properties = headers.map((it) => ({ ...it, required: false }));
  return objectText({ kind: "object", properties, extra: { kind: "closed" } }, ctx, INSIDE);
}

/** How the headers of each status are read. A status without some says so where a range or `default` would speak for it. */
export function headerReaders({ responses }: Operation, types: Types, file: FileScope, at: string): string {
  const isCovered = responses.some((it) => typeof it.status === "string" && it.headers.length > 0);
  const described = responses.filter((it) => isCovered || it.headers.length > 0);
  const lines = described.map((it) => `${statusKey(it)}: ${readersOf(it, types, file, deeper(at))},`);
  return block(lines, at);
}

function readersOf({ headers }: Response, types: Types, file: FileScope, at: string): string {
  const readers = headers.map((it): Member => [it.wireName, headerReader(it, types, file)]);
  return headers.length > 1 ? objectLiteral(readers, at) : inlineObject(readers);
}
