import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { build, kept, type Member, stated } from "./build.js";
import type { V20 } from "./context.js";

/** A security definition as a security scheme: basic is a kind of http from 3.0 on, and OAuth's flow has a name of its own. */
export function securitySchemeOf(ctx: V20, node: Cursor): Fact {
  const type = node.get("type");
  if (type?.value === "basic") {
    return build(ctx, node.origin, [
      ["type", stated("http", type)],
      ["scheme", stated("basic", type)],
      ...kept(node, new Set(["type"])),
    ]);
  }
  return type?.value === "oauth2" ? oauthOf(ctx, node) : node;
}

function oauthOf(ctx: V20, node: Cursor): Fact {
  const given = node.get("flow") ?? node;
  const name = FLOWS.get(given.value) ?? "implicit";
  const flow = build(ctx, given.origin, [
    ...FLOW_KEYS.map((key): Member => [key, node.get(key)]),
    ["scopes", node.get("scopes") ?? stated({}, given)],
  ]);
  const flows = build(ctx, given.origin, [[name, flow]]);
  return build(ctx, node.origin, [...kept(node, new Set(["flow", "scopes", ...FLOW_KEYS])), ["flows", flows]]);
}

const FLOW_KEYS = ["authorizationUrl", "tokenUrl", "refreshUrl"];

const FLOWS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);
