import { comment } from "../src/emit/comment.js";
import { INSIDE, key, quote, TOP } from "../src/emit/text.js";
import { after, block, objectText, union, type TypeContext } from "../src/emit/type-text.js";
import type { Operation, Response } from "../src/ir/types.js";
import type { Exported, OperationNames } from "../src/names/names.js";
import { receivedText } from "./sequence.js";

/** `…Output` and `…Error`: what a call gives and fails with; `…Responses`: the same by status. */
export function responseTexts({ responses }: Operation, names: OperationNames, ctx: TypeContext): readonly string[] {
  const success = responses.filter((it) => it.outcome === "success");
  const errors = responses.filter((it) => it.outcome === "error");
  return [
    resultText(names.output, names.responses, success, ctx),
    resultText(names.error, names.responses, errors, ctx),
    responsesText(names, responses, (it) => ownName(it, it.outcome === "success" ? success : errors, names), ctx),
  ];
}

/** The body of the only answer, else those of all by their status. */
function resultText({ name }: Exported, responses: Exported, all: readonly Response[], ctx: TypeContext): string {
  const [only] = all;
  if (only === undefined) return `export type ${name} = unknown;`;
  if (all.length > 1)
    return `export type ${name} =${after(
      union(
        all.map((it) => `${responses.name}[${statusIndex(it)}]`),
        TOP,
      ),
    )};`;
  const [content] = only.contents;
  if (only.contents.length === 1 && content?.type.kind === "object" && content.item === undefined) {
    return `export interface ${name} ${objectText(content.type, ctx, TOP)}`;
  }
  return `export type ${name} =${after(bodyText(only, ctx, TOP))};`;
}

/** An answer that is the only one of its outcome has its type under the name of that. */
const ownName = ({ outcome }: Response, alike: readonly Response[], names: OperationNames): string | undefined =>
  alike.length > 1 ? undefined : (outcome === "success" ? names.output : names.error).name;

function responsesText(
  { responses: { name }, function: { name: functionName } }: OperationNames,
  all: readonly Response[],
  nameOf: (response: Response) => string | undefined,
  ctx: TypeContext,
): string {
  const members = all.map(
    (it) => `${comment(it.doc, INSIDE)}${statusKey(it)}:${after(nameOf(it) ?? bodyText(it, ctx, INSIDE))};`,
  );
  return `${comment({}, TOP, [`What {@link ${functionName}} answers, by status.`])}export interface ${name} ${block(members, TOP)}`;
}

/** Several media types are told apart by what arrives; an answer without content is `undefined`. */
function bodyText(response: Response, ctx: TypeContext, at: string): string {
  const { contents, outcome } = response;
  if (contents.length === 0) return "undefined";
  // What takes in all others leaves none of them to be mentioned, and so imported.
  if (contents.some(({ type, item }) => type.kind === "unknown" && (item === undefined || outcome === "error")))
    return "unknown";
  return union(
    contents.map((it) => receivedText(it, response, ctx, at)),
    at,
  );
}

const statusIndex = ({ status }: Response): string => (typeof status === "number" ? String(status) : quote(status));
/** A status as a key; TypeScript tells a number from its text. */
export const statusKey = ({ status }: Response): string => (typeof status === "number" ? String(status) : key(status));
