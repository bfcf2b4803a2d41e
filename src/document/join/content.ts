import type { Cursor } from "../cursor.js";
import { agreeing } from "./conflict.js";
import { changes, keep, members, named, type Rule, referred, withChanges } from "./fact.js";
import { joinSchema } from "./schema.js";

const joinMediaType: Rule = members({ schema: joinSchema, encoding: named(keep) });

/**
 * Media types, by name. A media type of which nothing is told, and which the later input does not have, is dropped: a
 * documentation page lists the types of all responses together, and which response has which is told by the later input.
 */
export const joinContent: Rule = (join, earlier, later) => {
  if (later.entries().length === 0) return earlier;
  const changed = changes(join, earlier, later, () => joinMediaType);
  for (const [type, own] of earlier.entries()) if (!later.has(type) && isEmpty(own)) changed.set(type, undefined);
  return withChanges(join, earlier, changed);
};

const isEmpty = (node: Cursor): boolean => node.isObject && node.entries().length === 0;

export const joinRequestBody: Rule = members({
  required: agreeing("Whether the body is required"),
  content: joinContent,
});

export const joinHeader: Rule = members({
  required: agreeing("Whether the header is required"),
  schema: joinSchema,
  content: joinContent,
});

export const joinResponse: Rule = members({
  content: joinContent,
  headers: named(referred(joinHeader)),
  links: named(keep),
});

/** Responses, by status. */
export const joinResponses: Rule = named(referred(joinResponse));
