import { callText, inlineObject, objectLiteral, type Member } from "../src/emit/code.js";
import { comment } from "../src/emit/comment.js";
import { FileScope } from "../src/emit/file-scope.js";
import { functionDeclaration } from "../src/emit/function.js";
import type { Template } from "../src/emit/template.js";
import { deeper, INSIDE, key, quote, TOP } from "../src/emit/text.js";
import { after, block, union } from "../src/emit/type-text.js";
import { byCodePoint } from "../src/ir/order.js";
import type { Api, AuthScheme, Server } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";
import { scopesOf, securityLiteral, serversLiteral } from "./operation-spec.js";
import { runtime, runtimeExport } from "./runtime-symbols.js";

/** `client.ts`: `createClient`, typed by the security schemes and server variables of the API. */
export const client: Template = {
  name: "client",
  emit: ({ api, print }) => {
    const file = new FileScope("client.ts", [
      "Auth",
      "CallOptions",
      "ClientOptions",
      "ServerUrl",
      "ServerVariables",
      "createClient",
    ]);
    const options = file.type(runtime.ClientOptions, "OptionsOfClient");
    const callOptions = file.type(runtime.CallOptions, "OptionsOfCall");
    const variables = variablesText(serversOf(api));
    const urls = defaultUrls(api).map(quote);
    const texts = [
      authText(api.authSchemes, file),
      ...(variables === undefined ? [] : [variables]),
      `${comment({ summary: "The servers, by which `baseUrl` may say where the calls to each go." }, TOP)}type ServerUrl =${after(union(urls.length === 0 ? ["string"] : urls, TOP))};`,
      `${comment({ summary: `What a client of ${api.title || "the API"} is made with.` }, TOP)}export type ClientOptions = ${options}<Auth, ${variables === undefined ? "never" : "ServerVariables"}, ServerUrl>;`,
      `${comment({ summary: "What one call does otherwise than its client." }, TOP)}export type CallOptions = ${callOptions}<Auth, ServerUrl>;`,
    ];
    return [print(file.finish([...texts, createClient(api, file)]))];
  },
};

function authText(schemes: readonly AuthScheme[], file: FileScope): string {
  const members = schemes
    .filter((it) => it.kind !== "mutualTLS")
    .map((it) => {
      const type = it.kind === "http" && it.scheme === "basic" ? file.type(runtime.BasicCredential) : "string";
      return `${comment(it.doc, INSIDE)}${key(it.id)}?: ${file.type(runtime.Credential)}<${type}> | undefined;`;
    });
  const doc = comment({ summary: "The credentials of the API, by the name of their security scheme." }, TOP);
  return `${doc}export interface Auth ${block(members.length === 0 ? ["[key: string]: never;"] : members, TOP)}`;
}

export const serversOf = ({ servers, operations }: Api): readonly Server[] => [
  ...servers,
  ...operations.flatMap((it) => it.servers ?? []),
];

/** The URLs of the servers that calls go to when nothing else is said: the first of each list. */
const defaultUrls = ({ servers, operations }: Api): readonly string[] => {
  const urls = [servers, ...operations.map((it) => it.servers)].flatMap((it) => it?.[0]?.url ?? []);
  // In an order that does not follow that of the operations.
  return [...new Set(urls)].toSorted(byCodePoint);
};

/** A variable may stand in several servers, which then share it. Undefined where there is none. */
function variablesText(servers: readonly Server[]): string | undefined {
  const byName = new Map<string, Server["variables"][number][]>();
  for (const variable of servers.flatMap((it) => it.variables)) {
    byName.set(variable.name, [...(byName.get(variable.name) ?? []), variable]);
  }
  if (byName.size === 0) return undefined;
  const members = [...byName].map(([name, all]) => {
    const values = all.every((it) => it.values !== undefined)
      ? all.flatMap((it) => it.values ?? []).map(quote)
      : ["string"];
    return `${comment(all[0]?.doc ?? {}, INSIDE)}${key(name)}?: ${union(values, INSIDE)};`;
  });
  const doc = comment({ summary: "The variables in the URLs of the servers." }, TOP);
  return `${doc}export interface ServerVariables ${block(members, TOP)}`;
}

function createClient(api: Api, file: FileScope): string {
  const at = deeper(INSIDE);
  const description = objectLiteral(
    [
      ["servers", serversLiteral(api.servers, file)],
      [
        "schemes",
        objectLiteral(
          api.authSchemes.map((it): Member => [it.id, schemeText(it, file)]),
          deeper(at),
        ),
      ],
      ["security", securityLiteral(api.security)],
      ["tokens", tokensLiteral(api, deeper(at))],
    ],
    at,
  );
  return functionDeclaration({
    comment: comment({}, TOP, [
      "The client that operations take first. It holds settings and no connection: make as many as you like.",
    ]),
    name: "createClient",
    parameters: ["options: ClientOptions = {}"],
    returnType: file.type(runtime.Client),
    body: `return ${callText(file.value(runtime.createClient, "create"), [description, optionsText(api, file)], INSIDE)};`,
  });
}

/** API keys in headers of their own would go along to another origin, since `fetch` does not know them. */
function optionsText({ authSchemes }: Api, file: FileScope): string {
  const headers = authSchemes.flatMap((it) => (it.kind === "apiKey" && it.in === "header" ? quote(it.wireName) : []));
  if (headers.length === 0) return "options";
  const guard = `${file.value(runtimeExport("redirect", "guardHeaders"))}(${[...new Set(headers)].join(", ")})`;
  return `{ ...options, middleware: [...(options.middleware ?? []), ${guard}] }`;
}

const auth = (name: string): Exported => runtimeExport("auth", name);
const KEYS = { header: "apiKeyHeader", query: "apiKeyQuery", cookie: "apiKeyCookie" } as const;

/** The function of the runtime that sends the credential of a scheme. Mutual TLS needs nothing in a request. */
function schemeText(scheme: AuthScheme, file: FileScope): string | undefined {
  const named = (of: Exported, name: string): string => `${file.value(of)}(${quote(name)})`;
  switch (scheme.kind) {
    case "apiKey":
      return named(runtimeExport("api-key", KEYS[scheme.in]), scheme.wireName);
    case "http":
      if (scheme.scheme === "basic") return file.value(auth("httpBasic"));
      return scheme.scheme === "bearer" ? file.value(auth("httpBearer")) : named(auth("httpScheme"), scheme.scheme);
    case "oauth2":
    case "openIdConnect":
      return file.value(auth("httpBearer"));
    case "mutualTLS":
      return undefined;
  }
}

/** Where tokens come from, of the schemes of which that is told. */
function tokensLiteral({ authSchemes, security }: Api, at: string): string | undefined {
  const told = authSchemes.flatMap((it): readonly Member[] => {
    if (it.kind !== "oauth2") return [];
    const url = it.tokenUrl === undefined ? undefined : quote(it.tokenUrl);
    const scopes = scopesOf(security, it.id);
    return url === undefined && scopes === undefined
      ? []
      : [
          [
            it.id,
            inlineObject([
              ["url", url],
              ["scopes", scopes],
            ]),
          ],
        ];
  });
  return told.length === 0 ? undefined : objectLiteral(told, at);
}
