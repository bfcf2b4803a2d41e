import type { EmitContext, ModuleStatement, Template } from "../src/emit/template.js";
import { byCodePoint } from "../src/ir/order.js";
import type { Api, TypeId } from "../src/ir/types.js";
import type { Exported, Names } from "../src/names/names.js";
import { serversOf } from "./client.js";
import { runtime, runtimeExport } from "./runtime-symbols.js";
import { hasSequence } from "./sequence.js";
import { hasWebhooks, webhookPayloads } from "./webhooks.js";

const PATH = "index.ts";

/** `index.ts`: all that a user may import, by name. */
export const entry: Template = {
  name: "entry",
  emit: (ctx) => {
    const modules = [...exportsOf(valueExports(ctx), false), ...exportsOf(typeExports(ctx), true)];
    modules.sort((a, b) => byCodePoint(a.file, b.file));
    const from = modules.flatMap((it) => [it.isTypeOnly, it.file, ...it.names]);
    return [ctx.remember(PATH, from, {}, () => ctx.print({ path: PATH, modules, declarations: [] }))];
  },
};

const ERRORS = ["AbortError", "ApiError", "ConnectionError", "DecodeError", "InputError", "SdkError", "TimeoutError"];
const CLIENT = "client.ts";

const valueExports = ({ api, names }: EmitContext): readonly Exported[] => [
  { name: "createClient", file: CLIENT },
  ...(givesTokens(api) ? [runtimeExport("oauth", "clientCredentials")] : []),
  ...(hasParts(api) ? [runtimeExport("part", "part")] : []),
  ...(givesBytes(api) ? [runtimeExport("streams/download", "asStream")] : []),
  ...(api.hasDecimals ? [runtimeExport("exact-decimal", "ExactDecimal")] : []),
  runtimeExport("redirect", "guardRedirects"),
  runtimeExport("is-api-error", "isApiError"),
  ...ERRORS.map((name) => ({ name, file: "runtime/errors.ts" })),
  ...Object.values(names.operations).map((it) => it.function),
  ...typesOf(names, true),
  ...names.aliases.filter((it) => it.kind !== "type"),
];

/** The types that are values too, or all others. */
const typesOf = ({ types, members }: Names, isValue: boolean): readonly Exported[] =>
  Object.entries(types)
    // The keys of the record are ids of types.
    .filter((it) => (members[it[0] as TypeId] !== undefined) === isValue)
    .map((it) => it[1]);

/** Whether a client can get tokens by itself: from the server that the description names, or one that it may name. */
const givesTokens = ({ authSchemes }: Api): boolean =>
  authSchemes.some((it) => it.kind === "openIdConnect" || (it.kind === "oauth2" && it.tokenUrl !== undefined));

const givesBytes = ({ operations }: Api): boolean => operations.some((it) => hasSequence(it, "bytes"));

const hasParts = ({ operations }: Api): boolean =>
  operations.some(({ body }) => body?.contents.some(({ codec }) => codec === "multipart"));

const typeExports = ({ api, names }: EmitContext): readonly Exported[] => [
  ...(hasWebhooks(api) ? [webhookPayloads] : []),
  ...["Auth", "CallOptions", "ClientOptions"].map((name) => ({ name, file: CLIENT })),
  ...(serversOf(api).some((it) => it.variables.length > 0) ? [{ name: "ServerVariables", file: CLIENT }] : []),
  runtime.ApiPromise,
  { name: "WithResponse", file: "runtime/api-promise.ts" },
  runtime.BasicCredential,
  runtime.Client,
  runtime.Credential,
  runtime.Sendable,
  ...["CallInfo", "Middleware"].map((name) => ({ name, file: "runtime/middleware.ts" })),
  ...(givesTokens(api) ? [runtimeExport("token", "ClientCredentials")] : []),
  ...(api.operations.some((it) => it.pagination !== undefined) ? [runtime.PagePromise] : []),
  ...(api.operations.some((it) => hasSequence(it, "events")) ? [runtime.EventStreamOptions] : []),
  { name: "Result", file: "runtime/result.ts" },
  ...typesOf(names, false),
  ...names.aliases.filter((it) => it.kind === "type"),
  runtimeExport("retry", "RetryPolicy"),
  ...Object.values(names.operations).flatMap(({ input, output, error, responses, headers }) => [
    input,
    output,
    error,
    responses,
    ...(headers ? [headers] : []),
  ]),
];

function exportsOf(symbols: readonly Exported[], isTypeOnly: boolean): readonly ModuleStatement[] {
  const byFile = new Map<string, string[]>();
  for (const { name, file } of symbols) {
    const names = byFile.get(file) ?? [];
    names.push(name);
    byFile.set(file, names);
  }
  return [...byFile].map(([file, names]) => ({
    kind: "export",
    isTypeOnly,
    file,
    names: names.toSorted(byCodePoint),
  }));
}
