/** Renders a description of OpenAPI 3.0 as the pages that httpdoc makes of it (its second version, with encoded schemas). */
export function renderPages(description: Description): Readonly<Record<string, string>> {
  const pages = Object.entries(description.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [[`${operation.operationId}.html`, renderPage(description, path, method, operation)]] : [];
    }),
  );
  return Object.fromEntries(pages) as Readonly<Record<string, string>>;
}

export interface Description {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation | undefined>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema?: { readonly type?: string };
}
type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

const METHODS = ["get", "put", "post", "delete"];

function renderPage(description: Description, path: string, method: string, operation: Operation): string {
  const { operationId, summary, description: text = "", parameters = [] } = operation;
  const listed = ["path", "query", "header"].flatMap((place) => parameters.filter((it) => it.in === place));
  return (
    `<!DOCTYPE html><html><head><title>${summary ?? ""}</title><link rel="stylesheet" href="../OpenApi.css"/><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/></head>` +
    `<body><article>${tag("section", "requestOverview", tag("h1", "requestSummary", summary ?? operationId) + tag("p", "requestDescription", text))}` +
    tag(
      "section",
      "http",
      `<h3>HTTP Request</h3>${tag("pre", "httpExample", message(description, path, method, operation))}`,
    ) +
    tag("dl", "parameters", `<h3>Parameters</h3>${listed.map(parameter).join("")}`) +
    requestBody(description, operation) +
    tag("section", "responses", `<h2>Responses</h2>${tag("ul", "responses", responses(operation))}`) +
    "</article></body></html>"
  );
}

const tag = (name: string, of: string, inner: string): string => `<${name}  class="${of}">${inner}</${name}>`;

function message({ servers }: Description, path: string, method: string, operation: Operation): string {
  const { requestBody: body, responses: all, parameters = [] } = operation;
  const accept = [...new Set(Object.values(all).flatMap((it) => Object.keys(it.content ?? {})))];
  const headers = [
    ["host", `${new URL(servers[0]?.url ?? "").host}:443`],
    ["eTag", '"23423432"'],
    ...(accept.length > 0 ? [["accept", accept.join(", ")]] : []),
    ...(body ? [["content-type", Object.keys(body.content).join(", ")]] : []),
  ];
  return (
    `${tag("span", "requestLine", method.toUpperCase())} ${tag("span", "httpTarget", target(path, parameters))} ${tag("span", "httpVersion", "HTTP/1.1")}\n` +
    headers
      .map(([name, value]) => `${tag("span", "headerLine", name ?? "")}: ${tag("span", "headerValue", value ?? "")}\n`)
      .join("") +
    (body ? '\n{ "example": "Example goes here" }' : "")
  );
}

function target(path: string, parameters: readonly Parameter[]): string {
  const query = parameters.filter((it) => it.in === "query");
  const names = query.map((it) => `${escaped(it.name)}${it.explode === false ? "" : "*"}`);
  return path.replaceAll("/", "\\") + (names.length === 0 ? "" : `{?${names.join(",")}}`);
}

const escaped = (name: string): string =>
  encodeURIComponent(name).replaceAll(/[-.~]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);

const parameter = ({ name, in: place, schema, description = "", required }: Parameter): string =>
  tag(
    "dt",
    "parameter",
    `${tag("span", "parameterName", name)} [ in: ${tag("span", "parameterLocation", place)} type: ${tag("span", "parameterType", schema?.type ?? "")} ]`,
  ) +
  tag(
    "dd",
    "parameter",
    `${tag("span", "parameterDescription", description)} ${tag("span", "parameterRequired", required ? "required" : "optional")}`,
  );

function requestBody(description: Description, { requestBody: body }: Operation): string {
  if (body === undefined) return "";
  const schema = inlined(Object.values(body.content)[0]?.schema, description, []);
  const text = encoded(JSON.stringify(schema, null, 2));
  return tag("section", "requestContent", `<h3>Request Body Schema</h3>${tag("pre", "schema", text)}`);
}

/** With what is referred to in the place of each reference; what the tool's library leaves out is left out. */
function inlined(node: unknown, description: Description, within: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((it) => inlined(it, description, within));
  if (typeof node !== "object" || node === null) return node;
  const { $ref: ref } = node as { readonly $ref?: string };
  const name = typeof ref === "string" ? ref.split("/").at(-1) : undefined;
  if (name !== undefined && within.includes(name)) return { $ref: ref };
  if (name !== undefined) return inlined(description.components.schemas[name], description, [...within, name]);
  const members = Object.entries(node).filter(
    ([key, it]) => !(key === "properties" && Object.keys(it as object).length === 0),
  );
  return Object.fromEntries(members.map(([key, it]) => [key, inlined(it, description, within)]));
}

const encoded = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[it] ?? it)
    .replaceAll(/['+\n`]|[^\0-\x7f]/gu, (it) => `&#x${it.codePointAt(0)?.toString(16).toUpperCase()};`);

const responses = ({ responses: all }: Operation): string =>
  Object.entries(all)
    .map(([code, it]) =>
      tag("li", "response", `${tag("span", "statusLine", code)} ${tag("span", "statusDescription", it.description)}`),
    )
    .join("");
