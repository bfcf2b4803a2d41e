import { append, tokensOf } from "../diagnostics/pointer.js";
import type { Cursor } from "../document/cursor.js";
import type { Content, IncomingCall, Operation, Type, TypeDecl, TypeId } from "../ir/types.js";
import { lowerBody } from "./body.js";
import { type Call, callsOf } from "./calls.js";
import { type Lowering, partOf } from "./context.js";
import { lowerDoc } from "./doc.js";
import { lowerExtensions } from "./extensions.js";
import { lowerParams } from "./params.js";
import { dereference } from "./reference.js";
import { lowerResponses } from "./responses.js";
import { union } from "../ir/algebra.js";

/** A call that the API makes itself, with the types that it gives. */
export interface Incoming {
  readonly call: IncomingCall;
  readonly types: readonly TypeDecl[];
}

/** The `webhooks` of a description (OpenAPI 3.2, section 4.1). */
export const lowerWebhooks = (ctx: Lowering, root: Cursor): readonly Incoming[] =>
  root.entries("webhooks").flatMap(([name, node]) => {
    const part = partOf(ctx, `webhook ${name}`);
    const item = dereference(part, node);
    return item === undefined ? [] : lowerItem(part, item, { kind: "webhook", name, words: [name] });
  });

/** The `callbacks` of an operation (OpenAPI 3.2, section 4.18). One that is a component gives its types once, under its own name. */
export const lowerCallbacks = (ctx: Lowering, node: Cursor, operation: Operation): readonly Incoming[] =>
  node.entries("callbacks").flatMap(([name, given]) => {
    const callback = dereference(ctx, given);
    if (callback === undefined) return [];
    const words = given.has("$ref") ? tokensOf(callback.pointer).slice(-1) : [...operation.nameHint, name];
    const urls = callback.entries().filter(([url]) => !url.startsWith("x-"));
    return urls.flatMap(([url, node]) => {
      const item = dereference(ctx, node);
      const place: Place = { kind: "callback", name, words, operation: operation.id };
      if (item === undefined) return [];
      return lowerItem(ctx, item, urls.length === 1 ? place : { ...place, words: [...words, url] });
    });
  });

/** What is known of a call by where it stands. */
interface Place extends Pick<IncomingCall, "kind" | "name" | "operation"> {
  /** Of the names of its types. */
  readonly words: readonly string[];
}

/** Nearly all are sent with POST, so that only other methods are worth a word. */
const lowerItem = (ctx: Lowering, item: Cursor, place: Place): readonly Incoming[] =>
  callsOf(ctx, item).map((call) => {
    const words = call.method === "POST" ? place.words : [...place.words, call.method.toLowerCase()];
    return lowerCall(ctx, item, call, { ...place, words });
  });

function lowerCall(ctx: Lowering, item: Cursor, { method, node }: Call, { words, ...place }: Place): Incoming {
  const declared = (part: string, type: Type | undefined, doc: TypeDecl["doc"]): TypeDecl | undefined =>
    type && {
      // The pointer of what the type is made of, as that of a declared schema is (see `TypeId`).
      id: append(node.pointer, part) as TypeId,
      nameHint: [...words, place.kind, part],
      type,
      origin: node.origin,
      doc,
    };
  const { summary = `What the ${place.kind} \`${place.name}\` sends.`, ...doc } = lowerDoc(ctx, node);
  const payload = declared("payload", payloadType(ctx, method, node), { summary, ...doc });
  const headers = declared("headers", headersType(ctx, item, node), {
    summary: `The headers of the ${place.kind} \`${place.name}\`.`,
  });
  const reply = declared("reply", replyType(ctx, node), {
    summary: `What the ${place.kind} \`${place.name}\` takes for an answer.`,
  });
  const id = node.text("operationId");
  const extensions = lowerExtensions(item, node);
  return {
    call: {
      ...place,
      method,
      tags: node.texts("tags"),
      ...(id !== undefined && { id }),
      ...(payload && { payload: payload.id }),
      ...(headers && { headers: headers.id }),
      ...(reply && { reply: reply.id }),
      ...(extensions && { extensions }),
      origin: node.origin,
      doc: lowerDoc(ctx, node),
    },
    types: [payload, headers, reply].filter((it) => it !== undefined),
  };
}

function payloadType(ctx: Lowering, method: string, node: Cursor): Type | undefined {
  const given = node.get("requestBody");
  const { body } = given === undefined ? {} : lowerBody(ctx, method, given);
  if (body === undefined) return undefined;
  return body.contents.length === 0 ? { kind: "unknown" } : unionOf(body.contents);
}

function headersType(ctx: Lowering, item: Cursor, node: Cursor): Type | undefined {
  const properties = lowerParams(ctx, item, node).filter((it) => it.in === "header");
  return properties.length === 0 ? undefined : { kind: "object", properties, extra: { kind: "open" } };
}

function replyType(ctx: Lowering, node: Cursor): Type | undefined {
  const contents = lowerResponses(ctx, node).flatMap((it) => (it.outcome === "success" ? it.contents : []));
  return contents.length === 0 ? undefined : unionOf(contents);
}

const unionOf = (contents: readonly Content[]): Type => union(contents.map((it) => it.type));
