import type { Cursor } from "../document/cursor.js";
import type { Content, Response, Status } from "../ir/types.js";
import { codecOf, lowerContents } from "./contents.js";
import type { Lowering } from "./context.js";
import { besideReference, lowerDoc } from "./doc.js";
import { reportFields } from "./fields.js";
import { lowerHeaders } from "./headers.js";
import { dereference } from "./reference.js";
import { type Answer, lowerShared } from "./shared.js";

/** The responses of an operation, by status (OpenAPI 3.1, section 4.8.16). */
export function lowerResponses(ctx: Lowering, operation: Cursor): readonly Response[] {
  const listed = listedIn(ctx, operation);
  const hasSuccess = listed.some(({ status }) => isSuccess(status));
  const responses: Response[] = [];
  for (const { status, node } of listed) {
    const target = dereference(ctx, node);
    if (target === undefined) continue;
    // `default` covers what no other key does: errors, unless no success is listed.
    const outcome = isSuccess(status) || (status === "default" && !hasSuccess) ? "success" : "error";
    const answer = lowerShared(ctx, ctx.shared.answers, node, target, (own) => answerAt(own, target));
    const { contents, headers, origin } = answer;
    const doc = node === target ? answer.doc : besideReference(ctx, node, answer.doc);
    responses.push({ status, outcome, contents, headers, origin, doc });
  }
  return responses;
}

interface Listed {
  readonly status: Status;
  readonly node: Cursor;
}

function listedIn(ctx: Lowering, operation: Cursor): readonly Listed[] {
  const listed: Listed[] = [];
  for (const [key, node] of operation.entries("responses")) {
    if (key.startsWith("x-")) continue;
    const status = statusOf(key);
    if (status === undefined) ctx.diagnostics.report("response/unknown-status", node.origin, { status: key });
    else listed.push({ status, node });
  }
  return listed;
}

function answerAt(ctx: Lowering, target: Cursor): Answer {
  reportFields(ctx, "response", target);
  return {
    contents: lowerContents(ctx, target).map(received),
    headers: lowerHeaders(ctx, target),
    origin: target.origin,
    doc: lowerDoc(ctx, target),
  };
}

/** An answer that is a form or has several parts is left as bytes: nothing takes it apart. A file said to be JSON may be anything. */
function received(content: Content): Content {
  if (content.codec === "bytes" && codecOf(content.mediaType) === "json") return { ...content, mediaType: "*/*" };
  const isLeft = content.codec === "form" || content.codec === "multipart";
  return isLeft ? { ...content, type: { kind: "bytes", encoding: "raw" } } : content;
}

function statusOf(key: string): Status | undefined {
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  if (key.toLowerCase() === "default") return "default";
  return (["1XX", "2XX", "3XX", "4XX", "5XX"] as const).find((it) => it === key.toUpperCase());
}

const isSuccess = (status: Status): boolean =>
  status === "2XX" || (typeof status === "number" && status >= 200 && status < 300);
