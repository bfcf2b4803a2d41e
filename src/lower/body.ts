import type { Cursor } from "../document/cursor.js";
import type { Body, Content } from "../ir/types.js";
import { lowerContents } from "./contents.js";
import type { Lowering } from "./context.js";
import { lowerReferencedDoc } from "./doc.js";
import { reportFields } from "./fields.js";
import { dereference } from "./reference.js";

/** The `requestBody` of an operation, as the member to spread into it; nothing where the body can only be empty. */
export function lowerBody(ctx: Lowering, method: string, node: Cursor): { readonly body?: Body } {
  const target = dereference(ctx, node);
  if (target === undefined) return {};
  reportFields(ctx, "requestBody", target);
  const contents = lowerContents(ctx, target);
  if (contents.length > 0 && contents.every(isEmptyForm)) return {};
  if (contents.length === 0) ctx.diagnostics.report("body/unknown", target.origin, {});
  if (BODILESS.has(method)) ctx.diagnostics.report("body/not-sent", node.origin, { method });
  return {
    body: {
      required: target.flag("required") === true,
      contents,
      origin: target.origin,
      doc: lowerReferencedDoc(ctx, node, target),
    },
  };
}

/** The methods with which `fetch` refuses to send a body (Fetch standard, section 5.3, constructor of Request). */
const BODILESS = new Set(["GET", "HEAD"]);

/** A closed form object without properties: generators of descriptions write it where there is no body at all. */
const isEmptyForm = ({ codec, type }: Content): boolean =>
  (codec === "form" || codec === "multipart") &&
  type.kind === "object" &&
  type.properties.length === 0 &&
  type.extra.kind === "closed";
