import { expect, test } from "vitest";
import { documentCodes } from "../../src/diagnostics/catalogue/document.js";
import { readCodes } from "../../src/diagnostics/catalogue/read.js";
import { dialects } from "../../src/read/html/dialects.js";
import { page } from "./page.js";
import { type Inputs, loaded } from "./support.js";

interface Mistake {
  readonly inputs: Inputs;
  readonly overlays?: Inputs;
  /** What is said of this code, without severity and code. */
  readonly said: string;
  /** What stands at the place that is shown, where line and column do not let one see it. */
  readonly points?: string;
}

/** What only reading files from a disk meets. */
type Followed = "read/not-found" | "read/page-refused" | "read/page-not-beside" | "read/page-circle";

/** For each code of reading inputs that meet it: the compiler misses the one that has none. */
const read: Readonly<Record<Exclude<keyof typeof readCodes, Followed>, Mistake>> = {
  "read/unknown-format": {
    inputs: { "notes.txt": "Just some words" },
    said: "notes.txt:1:1 This is none of the formats that can be read (JSON, HTML, JavaScript, YAML).",
  },
  "read/not-utf8": {
    inputs: { "a.json": Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d) },
    said: "a.json:1:3 This is not UTF-8.",
  },
  "read/json-syntax": {
    inputs: { "a.json": '{\n  "a": 1,\n}' },
    said: 'a.json:3:1 This is not JSON: a key in double quotes must stand here, not "}".',
  },
  "read/json-duplicate": {
    inputs: { "a.json": '{\n  "x-a": 1, "openapi": "3.1.0",\n  "x-a": ":", "paths": {}\n}' },
    said: 'a.json:3:3 The key "x-a" stands twice in one object; the last one counts.\n  a.json:2:3 The first one stands here.',
  },
  "read/yaml-tabs": {
    inputs: { "a.yaml": "openapi: 3.1.0\ninfo:\n\ttitle: A\npaths: {}\n" },
    said: "a.yaml:3:1 This YAML is indented by tabs, which YAML does not allow; each is read as one level.",
  },
  "read/yaml-syntax": {
    inputs: { "a.yaml": "a: 1\nb: 2\na: 3\n" },
    said: "a.yaml:3:1 This is not YAML: this key stands twice in one map.",
  },
  "read/yaml-alias": {
    inputs: { "a.yaml": "a: 1\nb: &b\n  c: *b\n" },
    said: "a.yaml:3:3 The aliases of this YAML cannot be followed: an alias stands inside the node that it names.",
  },
  "read/yaml-doubt": {
    inputs: { "a.yaml": "openapi: 3.1.0\nx-a: !secret b\npaths: {}\n" },
    said: "a.yaml:2:6 This YAML may not mean what it says: unresolved tag: !secret.",
  },
  "read/page-unknown": {
    inputs: { "a.html": "<!doctype html><title>Hello</title>" },
    said: `a.html:1:1 This page is of no known kind. Looked for: ${dialects.map((it) => `${it.marker} (${it.name})`).join(", ")}.`,
  },
  "read/page-no-description": {
    inputs: { "a.html": "<redoc></redoc>" },
    said: "a.html:1:1 This is a page of Redoc, but the description that it shows is neither in it nor named by it.",
  },
  "read/page-code": {
    inputs: {
      "a.html": "<script>Redoc.init({ openapi: '3.1.0', info: { title: 'A', version: VERSION }, paths: {} })</script>",
    },
    said: "a.html:1:69 Here the description in the page is code, which is not run; it is left out.",
    points: "VERSION",
  },
  "read/page-several": {
    inputs: {
      "a.html": `<script>SwaggerUIBundle({ urls: [{ name: "a", url: "data:application/json,{%22openapi%22:%223.1.0%22,%22paths%22:{}}" }, { name: "b", url: "b" }] })</script>`,
    },
    said: "a.html:1:53 This description is read, the one that the page opens with, of 2.",
    points: "data:",
  },
  "read/script-unknown": {
    inputs: { "a.js": "const a = {};" },
    said: "a.js:1:1 This script holds no description in a form that is known, and names none.",
  },
  "read/page-incomplete": {
    inputs: { "a.html": page({ method: "FETCH" }) },
    said: "a.html:2:1 This page does not tell the method of the request.",
    points: '<span  class="requestLine">FETCH',
  },
  "read/page-too-deep": {
    inputs: { "a.html": `<!doctype html>\n${"<div>".repeat(50_000)}` },
    said: "a.html:2:5001 The elements of this page are nested more than 1000 deep.",
    points: "<div>",
  },
  "read/page-cut": {
    inputs: { "a.html": page({ responses: { "200": "Fine." } }).slice(0, -20) },
    said: "a.html:5:19 The page ends before what it is about has ended; what stood behind is missing.",
  },
  "read/page-separator": {
    inputs: { "a.html": page({ target: "\\v1\\pets{pet}" }).replace("<head>", '<head><meta name="docfx:rel">') },
    said: "a.html:2:65 A separator before a brace was lost when the page was made from Markdown; the path is read as /v1/pets/{pet}.",
    points: "\\v1\\pets{",
  },
  "read/page-backslashes": {
    inputs: { "a.html": page({ target: "\\v1\\pets" }) },
    said: "a.html:2:65 The path is written with backslashes; it is read as /v1/pets.",
    points: "\\v1",
  },
  "read/page-base-url": {
    inputs: { "a.html": page({ target: "+{baseUrl}/pets" }) },
    said: "a.html:2:65 The path starts with +{baseUrl}, which only stands for the server; it is left out.",
    points: "+{baseUrl}",
  },
  "read/page-mojibake": {
    inputs: { "a.html": page({ description: "<b>If</b> youâ€™d like" }) },
    said: 'a.html:1:183 "â€™" is UTF-8 that was read as Windows-1252; it is taken for "’".',
    points: "â€™d",
  },
  "read/page-nested-paragraph": {
    inputs: { "a.html": page({ description: "<p>One.</p>" }) },
    said: "a.html:1:139 The paragraph of the description holds paragraphs, which HTML does not allow; all that follows the heading is taken as the description.",
    points: '<p  class="requestDescription">',
  },
  "read/page-placeholder-host": {
    inputs: { "a.html": page({ headers: { host: "example.org:443" } }) },
    said: "a.html:3:67 The host example.org:443 is a placeholder; it is left out, so the page tells no server.",
    points: "example.org",
  },
  "read/page-host-only": {
    inputs: { "a.html": page({ headers: { host: "api.example.test:443" } }) },
    said: "a.html:3:67 The page tells the host of the server alone; https://api.example.test may lack the start of the path.",
    points: "api.example.test",
  },
  "read/page-operation-id": {
    inputs: { "docs/GetPets.html": page({ title: "All pets", heading: "All pets" }) },
    said: "docs/GetPets.html:1:135 The page does not tell the operationId; it is taken from the name of the file: GetPets.",
    points: "All pets</h1>",
  },
  "read/page-parameter": {
    inputs: { "a.html": page({ parameters: [{ name: "limit", place: "Body", type: "integer" }] }) },
    said: 'a.html:3:41 The parameter "limit" in "body" is none that OpenAPI knows; it is left out.',
    points: "<dt ",
  },
  "read/page-parameter-type": {
    inputs: { "a.html": page({ parameters: [{ name: "ids", place: "Query", type: "array" }] }) },
    said: 'a.html:3:162 The page does not tell the type of the items of the parameter "ids".',
    points: '<span  class="parameterType">',
  },
  "read/page-schema": {
    inputs: { "a.html": page({ headers: { "content-type": "application/json" }, schema: "{oops" }) },
    said: "a.html:4:100 The schema of the request body is not JSON; the body is taken as unknown.",
    points: "{oops",
  },
  "read/page-schema-quotes": {
    inputs: { "a.html": page({ headers: { "content-type": "application/json" }, schema: '{\n"title": "a "b""\n}' }) },
    said: "a.html:4:100 The schema of the request body is not JSON, since quotes inside of its strings have lost their backslashes; they are put back.",
    points: "{\n",
  },
  "read/page-unknown-body": {
    inputs: { "a.html": page({ schema: "" }) },
    said: "a.html:3:79 The operation has a request body, and the page does not tell what it is.",
    points: '<pre  class="schema">',
  },
  "read/page-parameter-place": {
    inputs: { "a.html": docfxPage("<td>trace</td><td>string</td><td></td><td></td>") },
    said: 'a.html:3:1 The page does not tell where the parameter "trace" goes; it is left out.',
    points: "<tr>",
  },
  "read/page-types": {
    inputs: { "a.html": docfxPage("<td>pet</td><td>Pet</td><td></td><td></td>") },
    said: "a.html:1:1 The page does not tell what these types are, so they are taken as unknown: Pet.",
  },
  "read/page-media-type": {
    inputs: {
      "a.html": `<div id="operation--pets-get"><h3><span class="operation-name">GET</span> <strong>/pets</strong></h3>
<section class="sw-responses"><dl><dt class="sw-response-200">200</dt><dd class="sw-response-200"><div class="sw-response-model"><div class="panel-definition"><div class="panel-body"><section class="json-schema-properties"><dl></dl></section></div></div></div></dd></dl></section></div>`,
    },
    said: "a.html:2:35 The page does not tell the media type of the response 200; it is read as application/json.",
    points: "<dt ",
  },
  "read/page-untyped-response": {
    inputs: { "a.html": page({ responses: { "200": "Fine." } }) },
    said: "a.html:4:1 The page does not tell what the response 200 holds.",
    points: "<li ",
  },
};

/** A page of docfx with one parameter. */
function docfxPage(cells: string): string {
  return `<h3 data-uid="getPet">getPet</h3><pre><code class="lang-restApi">GET /pets/{pet}</code></pre><table>
<tr><th>Name</th><th>Type</th><th>Default</th><th>Notes</th></tr>
<tr>${cells}</tr></table>`;
}

const openapi = (rest: string): string => `openapi: 3.1.0\n${rest}`;

const document: Readonly<Record<keyof typeof documentCodes, Mistake>> = {
  "document/empty": {
    inputs: { "a.yaml": openapi("info: { title: T, version: '1' }\npaths:\n") },
    said: "a.yaml:1:1 This description has neither paths nor webhooks nor components.",
  },
  "document/not-openapi": {
    inputs: { "a.yaml": "hello: world\n" },
    said: 'a.yaml:1:1 This is not an OpenAPI description: it has no "openapi" field.',
  },
  "document/unsupported-version": {
    inputs: { "a.json": '{\n  "info": {},\n  "swagger": "1.2"\n}' },
    said: "a.json:3:14 OpenAPI 1.2 is not supported.",
  },
  "document/collection-format": {
    inputs: {
      "a.yaml":
        "swagger: '2.0'\npaths:\n  /pets:\n    get:\n      parameters:\n        - { name: ids, in: query, type: array, items: {}, collectionFormat: tsv }\n",
    },
    said: "a.yaml:6:77 No style writes a list as tsv in query; the parameter takes the whole text.",
  },
  "document/nested-collection-format": {
    inputs: {
      "a.yaml":
        "swagger: '2.0'\npaths:\n  /pets:\n    get:\n      parameters:\n        - { name: ids, in: query, type: array, items: { type: array, items: {}, collectionFormat: ssv } }\n",
    },
    said: "a.yaml:6:99 No style writes a list inside of a list; that these items are joined as ssv is left out.",
  },
  "document/second-body": {
    inputs: {
      "a.yaml":
        "swagger: '2.0'\npaths:\n  /pets:\n    put:\n      parameters:\n        - { name: a, in: body }\n        - { name: b, in: formData, type: string }\n",
    },
    said: 'a.yaml:7:11 A request has one body: the parameter "b" is left out beside "a".',
  },
  "overlay/not-an-overlay": {
    inputs: { "a.yaml": openapi("") },
    overlays: { "o.yaml": "openapi: 3.1.1\n" },
    said: 'o.yaml:1:1 This is not an overlay: it has no "overlay" field with a list of "actions".',
  },
  "overlay/unsupported-version": {
    inputs: { "a.yaml": openapi("") },
    overlays: { "o.yaml": "overlay: 2.0.0\nactions: []\n" },
    said: "o.yaml:1:10 Overlay 2.0.0 is not supported.",
  },
  "overlay/action": {
    inputs: { "a.yaml": openapi("") },
    overlays: { "o.yaml": overlay("{ target: $.info }") },
    said: "o.yaml:3:5 This action does not say what to change, or how.",
  },
  "overlay/path": {
    inputs: { "a.yaml": openapi("") },
    overlays: { "o.yaml": overlay("{ target: '$.paths[', remove: true }") },
    said: "o.yaml:3:15 $.paths[ is not a JSONPath: unclosed bracketed selection ('$.paths[':8).",
  },
  "overlay/no-match": {
    inputs: { "a.yaml": openapi("paths: {}\n") },
    overlays: { "o.yaml": overlay("{ target: $.paths.none, remove: true }") },
    said: "o.yaml:3:15 Nothing in the description matches $.paths.none; the action does nothing.",
  },
  "overlay/mismatch": {
    inputs: { "a.yaml": openapi("info: { title: T }\npaths: {}\n") },
    overlays: { "o.yaml": overlay("{ target: $.info, update: text }") },
    said: "o.yaml:3:15 What $.info selects is of another kind than the update, and stays as it is.",
  },
  "overlay/copy": {
    inputs: { "a.yaml": openapi("info: { title: T, version: '1' }\npaths: {}\n") },
    overlays: { "o.yaml": overlay("{ target: $.info, copy: $.info.* }") },
    said: "o.yaml:3:29 $.info.* selects 2 nodes where one is to be copied; the action does nothing.",
  },
  "ref/siblings": {
    inputs: {
      "a.yaml":
        "openapi: 3.0.4\npaths: {}\ncomponents:\n  schemas:\n    A: { type: object }\n    B: { $ref: '#/components/schemas/A', type: object, required: [x] }\n",
    },
    said: "a.yaml:6:8 Beside $ref OpenAPI ignores required up to 3.0; so it is done here.",
  },
  "ref/no-file": {
    inputs: { "a.yaml": openapi("components:\n  schemas:\n    Pet: { $ref: 'pet.yaml#/Pet' }\n") },
    said: "a.yaml:4:18 The file of pet.yaml#/Pet cannot be read: there is no such file.",
  },
  "ref/refused": {
    inputs: { "a.yaml": openapi("components:\n  schemas:\n    Pet: { $ref: '/etc/pet.yaml' }\n") },
    said: "a.yaml:4:18 /etc/pet.yaml is not followed: only a path from the file that refers to it means the same on every machine.",
  },
  "document/late-word": {
    inputs: { "a.yaml": openapi("components:\n  schemas:\n    Id: { type: string, nullable: true }\n") },
    said: 'a.yaml:4:35 "nullable" has this form in OpenAPI 3.0 alone; it is read as there.',
  },
  "document/too-deep": {
    inputs: {
      "a.json": `{ "openapi": "3.1.0", "components": { "schemas": { "A": ${'{ "not": '.repeat(20_000)}true${" }".repeat(20_000)} } } }`,
    },
    said: "a.json:1:4530 This is nested more deeply than can be worked on.",
  },
  "document/operation-conflict": {
    inputs: {
      "a.yaml": openapi("paths:\n  /pets:\n    get: { operationId: pets }\n"),
      "b.yaml": openapi("paths:\n  /pets:\n    post: { operationId: pets }\n"),
    },
    said: "b.yaml:4:5 The operation pets is POST /pets here, but GET /pets in an earlier input.\n  a.yaml:4:5 The earlier input has it here.",
  },
  "document/component-conflict": {
    inputs: {
      "a.yaml": openapi("components:\n  schemas:\n    Id: { type: string, format: uuid }\n"),
      "b.yaml": openapi("components:\n  schemas:\n    Id: { type: integer }\n"),
    },
    said: 'b.yaml:4:9 The schema "Id" is another one here than in an earlier input, and references to it cannot mean both.\n  a.yaml:4:9 The earlier input has this one.',
  },
  "document/schema-conflict": {
    inputs: {
      "a.yaml": response("{ type: string, format: uuid }"),
      "b.yaml": response("{ type: string, format: date }"),
    },
    said: "b.yaml:8:35 This schema is another one than that of an earlier input.\n  a.yaml:8:35 This is the schema of the earlier input, which counts.",
  },
  "document/conflict": {
    inputs: { "a.yaml": response("{ type: string }"), "b.yaml": response("{ type: integer }") },
    said: "b.yaml:8:35 The type is integer here, but string in an earlier input.\n  a.yaml:8:35 The earlier input, which counts, says so here.",
  },
  "document/path-names": {
    inputs: { "a.yaml": openapi("paths:\n  /pets/{id}: {}\n"), "b.yaml": openapi("paths:\n  /pets/{pet}: {}\n") },
    said: "b.yaml:3:3 The path /pets/{pet} is the same as /pets/{id} of an earlier input, whose parameter names count.\n  a.yaml:3:3 The earlier input has the path here.",
  },
};

function response(schema: string): string {
  return openapi(
    `paths:\n  /pets:\n    get:\n      responses:\n        "200":\n          content:\n            text/plain: { schema: ${schema} }\n`,
  );
}

function overlay(action: string): string {
  return `overlay: 1.1.0\nactions:\n  - ${action}\n`;
}

const severities = { ...readCodes, ...documentCodes };

test.each(Object.entries({ ...read, ...document }))("%s is told where it is", async (code, mistake) => {
  const { said, document: usable, sources } = await loaded(mistake.inputs, {}, {}, mistake.overlays);
  const lines = said.split(/\n(?! )/).filter((line) => line.split(" ")[1] === code);
  const { severity } = severities[code as keyof typeof severities];
  expect(lines).toEqual([`${severity} ${code} ${mistake.said}`]);
  if (mistake.points !== undefined)
    expect(textAt(mistake.said, sources[0]?.text).startsWith(mistake.points)).toBe(true);
  if (severity !== "error") expect(usable).toBeDefined();
});

/** The text from the first place in what is said. */
function textAt(said: string, text = ""): string {
  const [, line, column] = (/:(\d+):(\d+) /.exec(said) ?? []).map(Number);
  return text
    .split("\n")
    .slice((line ?? 1) - 1)
    .join("\n")
    .slice((column ?? 1) - 1);
}
