import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { page } from "./page.js";
import { loaded, placeOf, valueOf } from "./support.js";

const seed = readFileSync("specs/PostInvoicesInvoiceSend.html", "utf8");
const path = "specs/PostInvoicesInvoiceSend.html";

test("the page of one operation is its description", async () => {
  expect(await valueOf(path, seed)).toEqual({
    openapi: "3.1.1",
    paths: {
      "/v1/invoices/{invoice}/send": {
        post: {
          operationId: "PostInvoicesInvoiceSend",
          description:
            '<p>Stripe will automatically send invoices to customers according to your <a href="https://dashboard.stripe.com/account/billing/automatic">subscriptions settings</a>. However, if you’d like to manually send an invoice to your customer out of the normal schedule, you can do so. When sending invoices that have already been paid, there will be no reference to the payment in the email.</p>\n\n' +
            "<p>Requests made in test-mode result in no emails being sent, despite sending an <code>invoice.sent</code> event.</p>",
          parameters: [{ name: "invoice", in: "path", required: true, schema: { type: "string" } }],
          requestBody: { content: {} },
          responses: {
            "200": { description: "Successful response.", content: { "application/json": {} } },
            default: { description: "Error response.", content: { "application/json": {} } },
          },
        },
      },
    },
  });
});

test("each repair of it and each gap in it is told where it is", async () => {
  expect((await loaded({ [path]: seed })).said.replaceAll(`${path}:`, "")).toBe(
    [
      'info read/page-mojibake 1:506 "â€™" is UTF-8 that was read as Windows-1252; it is taken for "’".',
      "info read/page-nested-paragraph 1:293 The paragraph of the description holds paragraphs, which HTML does not allow; all that follows the heading is taken as the description.",
      "info read/page-base-url 3:267 The path starts with +{baseUrl}, which only stands for the server; it is left out.",
      "info read/page-backslashes 3:277 The path is written with backslashes; it is read as /v1/invoices/{invoice}/send.",
      "info read/page-placeholder-host 4:67 The host example.org:443 is a placeholder; it is left out, so the page tells no server.",
      "info read/page-unknown-body 6:419 The operation has a request body, and the page does not tell what it is.",
      "info read/page-untyped-response 6:525 The page does not tell what the response 200 holds.",
      "info read/page-untyped-response 6:649 The page does not tell what the response default holds.",
    ].join("\n"),
  );
});

test("a pointer into what was read leads to the page", async () => {
  const { sources } = await loaded({ [path]: seed });
  const [source] = sources;
  const operation = "/paths/~1v1~1invoices~1{invoice}~1send/post";
  const textAt = (pointer: string): string | undefined => {
    const range = source?.locate(pointer, "value");
    return range && source?.text.slice(range.start, range.end);
  };
  expect(textAt(`${operation}/operationId`)).toBe("PostInvoicesInvoiceSend");
  expect(textAt(`${operation}/description`)).toMatch(/^<p>Stripe will [^]* event\.<\/p>$/);
  expect(textAt(operation)).toBe("POST");
  expect(textAt(`${operation}/parameters/0/name`)).toMatch(/^<dt /);
  expect(textAt(`${operation}/parameters/0/required`)).toBe("required");
  expect(textAt(`${operation}/parameters/0/schema/type`)).toBe('<span  class="parameterType">string</span>');
  expect(textAt(`${operation}/responses/default/description`)).toBe("Error response.");
  expect(textAt(`${operation}/responses/default/content/application~1json/schema`)).toMatch(
    /^<li [^]*default[^]*<\/li>$/,
  );
  expect(source && placeOf(source, "/paths", "key")).toBe(`${path}:3:267`);
});

test("line ends of two characters move no place", async () => {
  const pointer = "/paths/~1v1~1invoices~1{invoice}~1send/post/responses/default";
  const placeIn = async (text: string): Promise<string | undefined> => {
    const [source] = (await loaded({ [path]: text })).sources;
    return source && placeOf(source, pointer);
  };
  expect(await placeIn(seed.replaceAll("\n", "\r\n"))).toBe(await placeIn(seed));
});

const only = async (parts: Parameters<typeof page>[0], file = "GetPets.html"): Promise<Record<string, unknown>> => {
  const { paths } = (await valueOf(file, page(parts))) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  return Object.values(Object.values(paths)[0] ?? {})[0] ?? {};
};

test("a title is the summary, and the file has the operationId", async () => {
  const summarised = { title: "All pets", heading: "All\n pets" };
  expect(await only(summarised)).toMatchObject({ operationId: "GetPets", summary: "All pets" });
  expect(await only({})).not.toHaveProperty("summary");
});

test("in a page that another tool wrapped, the title of the page itself counts", async () => {
  const wrapped = page({}).replace("<head>", "<head><title>GetPets | docs</title>");
  expect(await valueOf("x.html", wrapped)).toMatchObject({ paths: { "/pets": { get: { operationId: "GetPets" } } } });
});

test("a parameter without a definition has none of the next one's", async () => {
  const text = page({
    parameters: [
      { name: "a", place: "query", type: "string" },
      { name: "b", place: "query", type: "string", required: true },
    ],
  });
  const cut = text.replace(/<dd.*?<\/dd>/, "");
  expect(await valueOf("x.html", cut)).toMatchObject({
    paths: { "/pets": { get: { parameters: [{ name: "a" }, { name: "b", required: true }] } } },
  });
  expect(JSON.stringify(await valueOf("x.html", cut)).match(/required/g)).toHaveLength(1);
});

test.each([
  ["api.test:443", "https://api.test"],
  ["api.test:80", "http://api.test"],
  ["api.test:8443", "https://api.test:8443"],
  ["api.test", "https://api.test"],
  ["example.com", undefined],
  ["api.example.org:443", undefined],
])("the host %s is the server %s", async (host, url) => {
  const value = (await valueOf("x.html", page({ headers: { host } }))) as { servers?: readonly { url: string }[] };
  expect(value.servers?.[0]?.url).toBe(url);
});

test.each([
  ["plain text", "Some <b>bold</b> text", "Some <b>bold</b> text"],
  ["Markdown with what looks like a tag", "Give the <amount> in *cents* & go", "Give the <amount> in *cents* & go"],
  ["paragraphs", "<p>One.</p>\n<p>Two.</p>", "<p>One.</p>\n<p>Two.</p>"],
  ["a list", "<p>One:</p><ul><li>a</li></ul>", "<p>One:</p><ul><li>a</li></ul>"],
])("a description of %s is kept as it is", async (_, description, kept) => {
  expect(await only({ description })).toMatchObject({ description: kept });
});

test("an empty description is none", async () => {
  expect(await only({ description: "" })).not.toHaveProperty("description");
});

test("parameters have place, type and whether they are required", async () => {
  const { parameters } = await only({
    target: "/pets/{pet}{?limit,ids,tags*,x%2Dy}",
    parameters: [
      { name: "pet", place: "Path", type: "string", required: true, description: "Which <code>pet</code>" },
      { name: "limit", place: "query", type: "integer" },
      { name: "ids", place: "Query", type: "array" },
      { name: "tags", place: "Query", type: "array" },
      { name: "created", place: "Header", type: "" },
    ],
  });
  expect(parameters).toEqual([
    { name: "pet", in: "path", description: "Which <code>pet</code>", required: true, schema: { type: "string" } },
    { name: "limit", in: "query", required: false, schema: { type: "integer" } },
    { name: "ids", in: "query", required: false, explode: false, schema: { type: "array" } },
    { name: "tags", in: "query", required: false, explode: true, schema: { type: "array" } },
    { name: "created", in: "header", required: false },
    { name: "x-y", in: "query" },
  ]);
});

test("a path parameter that only the target names is one", async () => {
  expect(await only({ target: "\\v1\\{Sid}.json" })).toMatchObject({
    parameters: [{ name: "Sid", in: "path", required: true }],
  });
});

test("without a section for it there is no body", async () => {
  expect(await only({})).not.toHaveProperty("requestBody");
});

test("responses have the media types of the accept line, where they can have content", async () => {
  const { responses } = await only({
    headers: { accept: "application/pdf, application/json" },
    responses: { "200": "Fine", "204": "Empty" },
  });
  expect(responses).toEqual({
    "200": { description: "Fine", content: { "application/pdf": {}, "application/json": {} } },
    "204": { description: "Empty" },
  });
});

test("what a page says of a name like __proto__ stays data", async () => {
  const { paths } = (await valueOf(
    "a.html",
    page({ target: "/__proto__", responses: { __proto__x: "a", constructor: "b" } }),
  )) as { paths: object };
  expect(Object.keys(paths)).toEqual(["/__proto__"]);
  expect(JSON.stringify(paths)).toContain('"constructor"');
});

/** The newest form: kebab case, a real host, the schema as JSON with entities, no empty elements. */
const newest = `<!DOCTYPE html><html><head><title>Make &amp; send</title></head><body><article><section class="requestOverview"><h1 class="request-summary">Make &amp; send</h1></section>
<section class="http"><h3>HTTP Request</h3><pre class="http-example"><span class="request-line">POST</span> <span class="http-target">\\v1\\things</span> <span class="http-version">HTTP/1.1</span>
<span class="header-line">host</span>: <span class="header-value">api.things.test:443</span>&#xA;<span class="header-line">accept</span>: <span class="header-value">application/json</span>&#xA;<span class="header-line">content-type</span>: <span class="header-value">application/x-www-form-urlencoded</span>
</pre></section><section class="requestContent"><h3>Request Body Schema</h3><pre class="schema">{&#xA;  &quot;type&quot;: &quot;object&quot;,&#xA;  &quot;properties&quot;: { &quot;a&quot;: { &quot;type&quot;: &quot;string&quot;, &quot;nullable&quot;: true } }&#xA;}</pre></section>
<section class="responses"><ul class="responses"><li class="response"><pre class="http-example"><span class="status-line">200</span> <span class="status-description">It&#x27;s made</span>
<span class="header-line">content-type</span>: <span class="header-value">application/json</span></pre></li></ul></section></article></body></html>`;

test("the newest form is read by the same words", async () => {
  const { value, said } = await loaded({ "PostThings.html": newest });
  expect(value).toMatchObject({
    servers: [{ url: "https://api.things.test" }],
    paths: {
      "/v1/things": {
        post: {
          operationId: "PostThings",
          summary: "Make & send",
          requestBody: {
            content: {
              "application/x-www-form-urlencoded": {
                schema: { type: "object", properties: { a: { type: ["string", "null"] } } },
              },
            },
          },
          responses: { "200": { description: "It's made", content: { "application/json": {} } } },
        },
      },
    },
  });
  expect(said).not.toContain("read/page-unknown-body");
});

test("what a response is of is no header of the request", async () => {
  const text = newest.replace(/<span class="header-line">content-type<\/span>[^\n]*/, "");
  expect(await valueOf("x.html", text)).toMatchObject({
    paths: { "/v1/things": { post: { requestBody: { content: {} } } } },
  });
  expect(JSON.stringify(await valueOf("x.html", text))).not.toContain('requestBody":{"content":{"');
});

test("a schema that is not encoded for HTML loses nothing to the parser", async () => {
  const schema = '{ "description": "<Pay> & <b>go</b>", "type": "object" }';
  expect(await only({ headers: { "content-type": "application/json" }, schema })).toMatchObject({
    requestBody: { content: { "application/json": { schema: JSON.parse(schema) } } },
  });
});

test("a page that is cut is refused, not guessed", async () => {
  const { said, document } = await loaded({ "a.html": page({}).replace(/\/pets[^]*/, "") });
  expect(said).toMatch(/^error read\/page-incomplete a\.html:2:\d+ This page does not tell the path of the request\.$/);
  expect(document).toBeUndefined();
});

test("a page of five megabytes is read in seconds at most", async () => {
  const properties = Array.from(
    { length: 80_000 },
    (_, i) => `&quot;p${i}&quot;: { &quot;type&quot;: &quot;string&quot; },&#xA; `,
  ).join("");
  const text = page({
    headers: { "content-type": "application/json" },
    schema: `{ ${properties} &quot;last&quot;: {} }`,
  });
  expect(text.length).toBeGreaterThan(4.5e6);
  const before = process.cpuUsage();
  expect((await loaded({ "a.html": text })).said).not.toContain("read/page-schema");
  const { user, system } = process.cpuUsage(before);
  // It is one second of a processor; how long that takes, others on the machine decide.
  expect((user + system) / 1e6).toBeLessThan(4);
});
