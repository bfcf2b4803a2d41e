import { comment } from "../src/emit/comment.js";
import { FileScope } from "../src/emit/file-scope.js";
import type { Template } from "../src/emit/template.js";
import { INSIDE, key, TOP } from "../src/emit/text.js";
import { after, block, nameOf, typeText, union } from "../src/emit/type-text.js";
import { byCodePoint } from "../src/ir/order.js";
import type { Api, IncomingCall, TypeId } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";

/** What gives the payload of a webhook by its name. */
export const webhookPayloads: Exported = { name: "WebhookPayloads", file: "webhooks.ts" };

/** `webhooks.ts`: the payloads of all webhooks by name; each is a declared type like any other. */
export const webhooks: Template = {
  name: "webhooks",
  emit: (ctx) => {
    const byName = payloadsByName(ctx.api);
    if (byName.size === 0) return [];
    const { name, file: path } = webhookPayloads;
    const file = new FileScope(path, [name]);
    const sorted = [...byName].toSorted(([a], [b]) => byCodePoint(a, b));
    const members = sorted.map(([webhook, { call, payloads }]) => {
      const types = payloads.map((id) => typeText({ kind: "ref", id }, { file, names: nameOf(ctx.names) }, INSIDE));
      return `${comment(call.doc, INSIDE)}${key(webhook)}:${after(union(types, INSIDE))};`;
    });
    const doc = comment({ summary: "What each webhook sends, by its name." }, TOP);
    return [ctx.print(file.finish([`${doc}export interface ${name} ${block(members, TOP)}`]))];
  },
};

export const hasWebhooks = (api: Api): boolean => payloadsByName(api).size > 0;

interface Webhook {
  readonly call: IncomingCall;
  readonly payloads: readonly TypeId[];
}

/** Several calls may share a name. */
function payloadsByName(api: Api): ReadonlyMap<string, Webhook> {
  const byName = new Map<string, Webhook>();
  for (const call of api.incoming) {
    if (call.kind !== "webhook" || call.payload === undefined) continue;
    const earlier = byName.get(call.name);
    byName.set(call.name, { call: earlier?.call ?? call, payloads: [...(earlier?.payloads ?? []), call.payload] });
  }
  return byName;
}
