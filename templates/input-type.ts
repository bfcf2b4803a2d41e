import { comment } from "../src/emit/comment.js";
import { deeper, INSIDE, quote, TOP } from "../src/emit/text.js";
import { after, block, objectText, type TypeContext, typeText } from "../src/emit/type-text.js";
import type { Body, Content, Operation, Param, ParamPlace } from "../src/ir/types.js";
import type { OperationNames } from "../src/names/names.js";
import { byPlace } from "./param-places.js";
import { sentText } from "./sequence.js";

export const isInputOptional = ({ params, body }: Operation): boolean =>
  body?.required !== true && !params.some((it) => it.required);

/** `…Input`: the parameters by place under their wire names, and the body. */
export function inputText({ params, body }: Operation, names: OperationNames, ctx: TypeContext): string {
  const doc = comment({}, TOP, [`What {@link ${names.function.name}} takes.`]);
  const members = byPlace(params).map(([place, here]) => placeText(place, here, ctx));
  for (const it of params) if (it.in === "querystring") members.push(wholeText(it, ctx));
  if (body !== undefined && body.contents.length > 1) {
    const all = choices(body, ctx);
    const type = members.length === 0 ? all : ` ${block(members, TOP)} & (${all}${TOP})`;
    return `${doc}export type ${names.input.name} =${type};`;
  }
  const all = body === undefined ? members : [...members, bodyText(body, body.contents[0], ctx, INSIDE)];
  return `${doc}export interface ${names.input.name} ${block(all.length === 0 ? ["[key: string]: never;"] : all, TOP)}`;
}

function placeText(place: ParamPlace, params: readonly Param[], ctx: TypeContext): string {
  const type = objectText({ kind: "object", properties: params, extra: { kind: "closed" } }, ctx, INSIDE);
  return `${place}${params.some((it) => it.required) ? "" : "?"}: ${type};`;
}

/** A parameter that is the whole query stands where the parts of a query would. */
const wholeText = ({ doc, required, type }: Param, ctx: TypeContext): string =>
  `${comment(doc, INSIDE)}query${required ? "" : "?"}:${after(typeText(type, ctx, INSIDE))};`;

function bodyText({ doc, required }: Body, content: Content | undefined, ctx: TypeContext, at: string): string {
  const type = content === undefined ? "unknown" : sentText(content, ctx, at);
  return `${comment(doc, at)}body${required ? "" : "?"}:${after(type)};`;
}

/** After the operator. */
const CHOICE = deeper(INSIDE);

/** Several request media types: the first is what is sent when `contentType` is not given. */
const choices = (body: Body, ctx: TypeContext): string =>
  body.contents.map((it, i) => `${INSIDE}| ${block(choice(body, it, i === 0, ctx), CHOICE)}`).join("");

const choice = (body: Body, content: Content, isFirst: boolean, ctx: TypeContext): readonly string[] => [
  `contentType${isFirst ? "?" : ""}: ${quote(content.mediaType)};`,
  bodyText(body, content, ctx, deeper(CHOICE)),
];
