import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { type Loaded, loaded } from "./support.js";

const page = readFileSync("specs/PostInvoicesInvoiceSend.html", "utf8");
const description = readFileSync("specs/stripe-invoice-send.yaml", "utf8");
const send = "/paths/~1v1~1invoices~1{invoice}~1send/post";

describe("a page and a description of one operation", () => {
  const both = { "page.html": page, "api.yaml": description };
  const turned = { "api.yaml": description, "page.html": page };

  test("what the page says counts, what it lacks is filled", async () => {
    const { value, at } = await loaded(both);
    expect(value).toMatchObject({
      info: { title: "Stripe API" },
      servers: [{ url: "https://api.stripe.com/" }],
      security: [{ basicAuth: [] }, { bearerAuth: [] }],
      paths: {
        "/v1/invoices/{invoice}/send": {
          post: {
            operationId: "PostInvoicesInvoiceSend",
            summary: "Send an invoice for manual payment",
            description: expect.stringMatching(/^<p>Stripe will automatically/),
            parameters: [{ name: "invoice", in: "path", required: true, schema: { type: "string", maxLength: 5000 } }],
            requestBody: {
              required: false,
              content: { "application/x-www-form-urlencoded": { encoding: { expand: { style: "deepObject" } } } },
            },
            responses: {
              "200": {
                description: "Successful response.",
                content: { "application/json": { schema: { $ref: "#/components/schemas/invoice" } } },
              },
              default: {
                description: "Error response.",
                content: { "application/json": { schema: { $ref: "#/components/schemas/error" } } },
              },
            },
          },
        },
      },
    });
    expect(at(`${send}/description`)).toMatch(/^page\.html:1:/);
    expect(at(`${send}/summary`)).toMatch(/^api\.yaml:\d+:16$/);
    expect(at(`${send}/parameters/0`)).toMatch(/^page\.html:6:/);
    expect(at(`${send}/parameters/0/schema/maxLength`)).toMatch(/^api\.yaml:/);
    expect(at(`${send}/parameters/0/description`)).toMatch(/^api\.yaml:/);
    expect(at(`${send}/requestBody`)).toMatch(/^page\.html:/);
    expect(at(`${send}/requestBody/content/application~1x-www-form-urlencoded/schema/properties/expand`)).toMatch(
      /^api\.yaml:/,
    );
    expect(at("/components/schemas/invoice/properties/customer/anyOf/1")).toMatch(/^api\.yaml:/);
    expect(at("/info/title")).toMatch(/^api\.yaml:/);
  });

  test("in the other order the page fills", async () => {
    const { value, at } = await loaded(turned);
    const alone = await loaded({ "api.yaml": description });
    expect(value).toEqual(alone.value);
    expect(at(`${send}/description`)).toMatch(/^api\.yaml:/);
  });

  test("they do not contradict each other", async () => {
    for (const inputs of [both, turned]) expect((await loaded(inputs)).said).not.toContain("document/");
  });

  test("the order of keys makes no difference", async () => {
    const reversed = { "page.html": page, "api.json": JSON.stringify(reverse(parse(description))) };
    expect((await loaded(reversed)).value).toEqual((await loaded(both)).value);
  });

  test("neither source is changed", async () => {
    const { sources } = await loaded(both);
    const [alone] = (await loaded({ "page.html": page })).sources;
    expect(sources[0]?.value).toEqual(alone?.value);
    expect(sources[1]?.value).toEqual(parse(description));
  });
});

/** A description of one operation, with what the test is about. */
const api = (operation: string, rest = ""): string =>
  `{ "openapi": "3.1.0", "paths": { "/pets/{id}": { "get": ${operation} } }${rest} }`;
const get = ({ value }: Loaded): unknown =>
  (value as { paths: Record<string, { get: unknown }> }).paths["/pets/{id}"]?.get;
const joined = async (earlier: string, later: string): Promise<Loaded> =>
  loaded({ "a.json": earlier, "b.json": later });

describe("operations meet", () => {
  test("by method and path, when one has no operationId", async () => {
    expect(
      get(await joined(api('{ "summary": "S" }'), api('{ "operationId": "getPet", "deprecated": true }'))),
    ).toEqual({
      summary: "S",
      operationId: "getPet",
      deprecated: true,
    });
  });

  test("by method and path, when their operationIds differ: the earlier one counts", async () => {
    const result = await joined(api('{ "operationId": "one" }'), api('{ "operationId": "two" }'));
    expect(get(result)).toEqual({ operationId: "one" });
    expect(result.said).toBe(
      'warning document/conflict b.json:1:74 The operationId is "two" here, but "one" in an earlier input.\n  a.json:1:74 The earlier input, which counts, says so here.',
    );
  });

  test("by a path that differs in names of parameters: the earlier names count", async () => {
    const later = `{ "openapi": "3.1.0", "paths": { "/pets/{pet}": {
      "parameters": [{ "name": "pet", "in": "path", "required": true, "schema": { "type": "string" } }],
      "get": { "description": "D" },
      "delete": { "parameters": [{ "name": "pet", "in": "query" }] } } } }`;
    const { value } = await joined(api('{ "parameters": [{ "name": "id", "in": "path", "required": true }] }'), later);
    expect(value).toMatchObject({
      paths: {
        "/pets/{id}": {
          get: {
            description: "D",
            parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          },
          delete: {
            parameters: [
              { name: "pet", in: "query" },
              { name: "id", in: "path", required: true, schema: { type: "string" } },
            ],
          },
        },
      },
    });
    expect(Object.keys((value as { paths: object }).paths)).toEqual(["/pets/{id}"]);
  });

  test("on the very path before one that differs in names, then on the first of its shape", async () => {
    const earlier = '{ "openapi": "3.1.0", "paths": { "/a/{x}": { "get": {} }, "/a/{y}": { "post": {} } } }';
    const later = (path: string): string => `{ "openapi": "3.1.0", "paths": { "${path}": { "put": {} } } }`;
    expect((await joined(earlier, later("/a/{y}"))).value).toMatchObject({
      paths: { "/a/{x}": { get: {} }, "/a/{y}": { post: {}, put: {} } },
    });
    expect((await joined(earlier, later("/a/{z}"))).value).toMatchObject({
      paths: { "/a/{x}": { get: {}, put: {} }, "/a/{y}": { post: {} } },
    });
  });

  test("not when one operationId has two methods or paths", async () => {
    const later =
      '{ "openapi": "3.1.0", "paths": { "/animals": { "get": { "operationId": "pet" } }, "/more": { "get": {} } } }';
    const { value, said } = await joined(api('{ "operationId": "pet" }'), later);
    expect(said).toMatch(
      /^error document\/operation-conflict b\.json:1:\d+ The operation pet is GET \/animals here, but GET \/pets\/\{id\} in an earlier input\./,
    );
    expect(Object.keys((value as { paths: object }).paths)).toEqual(["/pets/{id}", "/more"]);
  });

  test("operations that only one has are all there", async () => {
    const { value } = await joined(
      api("{}"),
      '{ "openapi": "3.1.0", "paths": { "/pets/{id}": { "post": {} }, "/owners": { "get": {} } } }',
    );
    expect(value).toMatchObject({ paths: { "/pets/{id}": { get: {}, post: {} }, "/owners": { get: {} } } });
  });

  test("three inputs one after the other", async () => {
    const result = await loaded({
      "a.json": api('{ "summary": "a" }'),
      "b.json": api('{ "summary": "b", "description": "b" }'),
      "c.json": api('{ "description": "c", "operationId": "c" }'),
    });
    expect(get(result)).toEqual({ summary: "a", description: "b", operationId: "c" });
    const at = (key: string): string => result.at(`/paths/~1pets~1{id}/get/${key}`).split(":", 1)[0] ?? "";
    expect(["summary", "description", "operationId"].map(at)).toEqual(["a.json", "b.json", "c.json"]);
  });

  test("a later input meets what the ones before it have become together", async () => {
    const at = (path: string, operation: string): string =>
      `{ "openapi": "3.1.0", "paths": { "${path}": ${operation} } }`;
    const { value, said } = await loaded({
      "a.json": at("/a", '{ "get": {} }'),
      "b.json": at("/a", '{ "get": { "operationId": "b" } }'),
      "c.json": at("/c/{x}", '{ "get": { "operationId": "c" } }'),
      "d.json": at("/c/{y}", '{ "put": {} }'),
      "e.json": at("/e", '{ "get": { "operationId": "b" }, "put": {} }'),
    });
    expect(value).toMatchObject({
      paths: {
        "/a": { get: { operationId: "b" } },
        "/c/{x}": { get: { operationId: "c" }, put: {} },
        "/e": { put: {} },
      },
    });
    expect(said).toMatch(
      /operation-conflict e\.json\S+ The operation b is GET \/e here, but GET \/a in an earlier input\.\n {2}a\.json/,
    );
  });

  test("sixteen times as many take about sixteen times as long", async () => {
    const inputs = (count: number): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `${i}.json`,
          `{ "openapi": "3.1.0", "paths": { "/${i}/{id}": { "get": { "operationId": "get${i}" } } } }`,
        ]),
      );
    const secondsFor = async (count: number): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 2; i++) {
        const before = process.cpuUsage();
        const { value } = await loaded(inputs(count));
        const { user, system } = process.cpuUsage(before);
        expect(Object.keys((value as { paths: object }).paths)).toHaveLength(count);
        times.push((user + system) / 1e6);
      }
      return Math.min(...times);
    };
    await secondsFor(200);
    const once = await secondsFor(200);
    expect((await secondsFor(3_200)) / once).toBeLessThan(45);
  });
});

const parameter = (rest: string): string => api(`{ "parameters": [{ "name": "n", "in": "query"${rest} }] }`);
const responds = (content: string): string =>
  api(`{ "responses": { "200": { "description": "", "content": ${content} } } }`);

describe("what is missing is filled", () => {
  test.each([
    ["an empty text", api('{ "summary": "" }'), api('{ "summary": "S" }'), { summary: "S" }],
    [
      "a parameter",
      parameter(""),
      api('{ "parameters": [{ "name": "m", "in": "query" }, { "name": "n", "in": "header" }] }'),
      {
        parameters: [
          { name: "n", in: "query" },
          { name: "m", in: "query" },
          { name: "n", in: "header" },
        ],
      },
    ],
    [
      "a schema of a parameter",
      parameter(""),
      parameter(', "schema": { "type": "string" }'),
      { parameters: [{ name: "n", in: "query", schema: { type: "string" } }] },
    ],
    [
      "all but the type of a schema",
      parameter(', "schema": { "type": "array", "description": "mine" }'),
      parameter(', "schema": { "type": "array", "items": {}, "description": "yours" }'),
      { parameters: [{ name: "n", in: "query", schema: { type: "array", items: {}, description: "mine" } }] },
    ],
    [
      "a schema, but not one that the other has more of",
      parameter(', "schema": { "type": "array", "items": {} }'),
      parameter(', "schema": { "type": "array" }'),
      { parameters: [{ name: "n", in: "query", schema: { type: "array", items: {} } }] },
    ],
    [
      "a schema that says nothing",
      parameter(', "schema": {}'),
      parameter(', "schema": { "type": "integer" }'),
      { parameters: [{ name: "n", in: "query", schema: { type: "integer" } }] },
    ],
    [
      "a type that may be null",
      parameter(', "schema": { "type": "string" }'),
      parameter(', "schema": { "type": ["string", "null"] }'),
      { parameters: [{ name: "n", in: "query", schema: { type: ["string", "null"] } }] },
    ],
    [
      "no content beside a schema",
      parameter(', "schema": {}'),
      parameter(', "content": { "a/b": {} }'),
      { parameters: [{ name: "n", in: "query", schema: {} }] },
    ],
    [
      "no schema beside a content",
      parameter(', "content": { "a/b": {} }'),
      parameter(', "schema": {}'),
      { parameters: [{ name: "n", in: "query", content: { "a/b": {} } }] },
    ],
    [
      "an unknown body",
      api('{ "requestBody": { "content": {} } }'),
      api('{ "requestBody": { "required": true, "content": { "a/b": {} } } }'),
      { requestBody: { required: true, content: { "a/b": {} } } },
    ],
    [
      "a media type without schema",
      responds('{ "a/b": {} }'),
      responds('{ "a/b": { "schema": { "type": "string" } }, "c/d": {} }'),
      { responses: { "200": { description: "", content: { "a/b": { schema: { type: "string" } }, "c/d": {} } } } },
    ],
    [
      "a media type that nothing is known of gives way",
      responds('{ "a/b": {}, "c/d": {} }'),
      responds('{ "c/d": { "schema": {} } }'),
      { responses: { "200": { description: "", content: { "c/d": { schema: {} } } } } },
    ],
    [
      "a media type that something is known of stays",
      responds('{ "a/b": { "schema": {} } }'),
      responds('{ "c/d": {} }'),
      { responses: { "200": { description: "", content: { "a/b": { schema: {} }, "c/d": {} } } } },
    ],
    [
      "a status",
      api('{ "responses": { "200": { "description": "a" } } }'),
      api('{ "responses": { "200": { "description": "b" }, "404": { "description": "c" } } }'),
      { responses: { "200": { description: "a" }, "404": { description: "c" } } },
    ],
    [
      "what an equal schema tells of itself",
      responds('{ "a/b": { "schema": { "properties": { "description": { "type": "string" } } } } }'),
      responds(
        '{ "a/b": { "schema": { "properties": { "description": { "type": ["string"], "title": "T" } }, "description": "D" } } }',
      ),
      {
        responses: {
          "200": {
            description: "",
            content: {
              "a/b": { schema: { properties: { description: { type: "string", title: "T" } }, description: "D" } },
            },
          },
        },
      },
    ],
  ])("%s", async (_, earlier, later, want) => {
    const result = await joined(earlier, later);
    expect(get(result)).toEqual(want);
    expect(result.said).toBe("");
  });

  test("parameters that all operations of a path share", async () => {
    const shared = (list: string, operation: string): string =>
      `{ "openapi": "3.1.0", "paths": { "/pets/{id}": { "parameters": [${list}], "get": ${operation} } } }`;
    const id = '{ "name": "id", "in": "path", "required": true }';
    const described = '{ "name": "id", "in": "path", "required": true, "description": "D" }';
    const other = '{ "name": "q", "in": "query" }';
    expect((await joined(shared(`${id}, ${other}`, "{}"), shared(described, "{}"))).value).toMatchObject({
      paths: {
        "/pets/{id}": { parameters: [JSON.parse(id), JSON.parse(other)], get: { parameters: [JSON.parse(described)] } },
      },
    });
    const same = await joined(shared(id, "{}"), shared(id, '{ "summary": "S" }'));
    expect(get(same)).toEqual({ summary: "S" });
  });

  test("behind references, which stay where nothing is added", async () => {
    const components = (text: string): string =>
      `, "components": { "parameters": { "N": { "name": "n", "in": "query"${text} } } }`;
    const byName = '{ "parameters": [{ "$ref": "#/components/parameters/N" }] }';
    const added = await joined(api(byName, components("")), parameter(', "schema": { "type": "string" }'));
    expect(get(added)).toEqual({ parameters: [{ name: "n", in: "query", schema: { type: "string" } }] });
    const kept = await joined(
      api(byName, components(', "schema": { "type": "string" }')),
      parameter(', "schema": { "type": "string" }'),
    );
    expect(get(kept)).toEqual(JSON.parse(byName));
    const both = await joined(api(byName, components("")), api(byName, components(', "description": "D"')));
    expect(both.value).toMatchObject({ components: { parameters: { N: { description: "D" } } } });
  });
});

describe("what holds for a whole description", () => {
  const root = (rest: string, path = "/a"): string =>
    `{ "openapi": "3.1.0", ${rest}, "paths": { "${path}": { "get": {} } } }`;

  test("servers and security fill what the earlier input lacks", async () => {
    const { value } = await joined(
      '{ "openapi": "3.1.0", "servers": [] }',
      root('"servers": [{ "url": "/b" }], "security": [{ "k": [] }]'),
    );
    expect(value).toMatchObject({ servers: [{ url: "/b" }], security: [{ k: [] }], paths: { "/a": { get: {} } } });
  });

  test("no security is something that is said", async () => {
    const { value } = await joined(root('"security": []'), root('"security": [{ "k": [] }]'));
    expect(value).toMatchObject({ security: [], paths: { "/a": { get: {} } } });
  });

  test("an operation of the later input keeps the servers and the security that it had", async () => {
    const later = root('"servers": [{ "url": "/b" }], "security": [{ "b": [] }]', "/b");
    const { value, at } = await joined(root('"servers": [{ "url": "/a" }], "security": [{ "a": [] }]'), later);
    expect(value).toMatchObject({
      servers: [{ url: "/a" }],
      security: [{ a: [] }],
      paths: { "/a": { get: {} }, "/b": { get: { servers: [{ url: "/b" }], security: [{ b: [] }] } } },
    });
    expect(at("/paths/~1b/get/servers/0/url")).toMatch(/^b\.json:/);
    const onOnePath = await joined(
      root('"security": [{ "a": [] }]').replace('"get"', '"put"'),
      root('"security": [{ "b": [] }]'),
    );
    expect(onOnePath.value).toMatchObject({ paths: { "/a": { put: {}, get: { security: [{ b: [] }] } } } });
  });

  test("an operation of the later input keeps the servers that its path had, or that its description had", async () => {
    const earlier = root('"servers": [{ "url": "/a" }]');
    const onPath =
      '{ "openapi": "3.1.0", "servers": [{ "url": "/b" }], "paths": { "/b": { "servers": [{ "url": "/c" }], "get": {} } } }';
    expect((await joined(earlier, onPath)).value).toMatchObject({
      paths: { "/b": { servers: [{ url: "/c" }], get: {} } },
    });
    expect(JSON.stringify((await joined(earlier, onPath)).value)).not.toContain('"/b"}');
    const beside = await joined(earlier.replace('"get"', '"put"'), root('"servers": [{ "url": "/b" }]'));
    expect(beside.value).toMatchObject({ paths: { "/a": { put: {}, get: { servers: [{ url: "/b" }] } } } });
  });

  test("the same servers are said once", async () => {
    const { value } = await joined(root('"servers": [{ "url": "/a" }]'), root('"servers": [{ "url": "/a" }]', "/b"));
    expect(value).toMatchObject({ paths: { "/b": { get: {} } } });
    expect(JSON.stringify(value).match(/servers/g)).toHaveLength(1);
  });

  test("tags, info and components of both", async () => {
    const { value, at } = await joined(
      root(
        '"tags": [{ "name": "x", "description": "a" }], "info": { "title": "A" }, "components": { "schemas": { "A": { "type": "string" }, "B": { "type": "string", "description": "" } } }',
      ),
      root(
        '"tags": [{ "name": "y" }, { "name": "x", "description": "b" }], "info": { "title": "B", "version": "2" }, "components": { "schemas": { "C": {}, "B": { "description": "D", "type": "string" } }, "securitySchemes": { "k": { "type": "http", "scheme": "bearer" } } }',
      ),
    );
    expect(value).toMatchObject({
      tags: [{ name: "x", description: "a" }, { name: "y" }],
      info: { title: "A", version: "2" },
      components: {
        schemas: { A: { type: "string" }, B: { type: "string", description: "D" }, C: {} },
        securitySchemes: { k: { scheme: "bearer" } },
      },
    });
    expect([at("/tags/0/description"), at("/tags/1/name")].map((it) => it.split(":", 1)[0])).toEqual([
      "a.json",
      "b.json",
    ]);
  });
});

describe("contradictions are told with both places, and the earlier input counts", () => {
  test.each([
    [
      "the type of a parameter",
      parameter(', "schema": { "type": "string" }'),
      parameter(', "schema": { "type": "integer" }'),
      "document/conflict",
      "The type is integer here, but string in an earlier input.",
    ],
    [
      "whether a parameter is required",
      parameter(', "required": true'),
      parameter(""),
      "document/conflict",
      'Whether the parameter "n" is required is false here, but true in an earlier input.',
    ],
    [
      "how a parameter is written",
      parameter(', "explode": true'),
      parameter(', "explode": false'),
      "document/conflict",
      "Whether the parameter explodes is false here, but true in an earlier input.",
    ],
    [
      "the schema of a response",
      responds('{ "a/b": { "schema": { "enum": ["a"] } } }'),
      responds('{ "a/b": { "schema": { "enum": ["b"] } } }'),
      "document/schema-conflict",
      "This schema is another one than that of an earlier input.",
    ],
    [
      "an empty list and an empty object",
      responds('{ "a/b": { "schema": { "const": [] } } }'),
      responds('{ "a/b": { "schema": { "const": {} } } }'),
      "document/schema-conflict",
      "This schema is another one than that of an earlier input.",
    ],
    [
      "whether a body is required",
      api('{ "requestBody": { "required": true } }'),
      api('{ "requestBody": { "required": false } }'),
      "document/conflict",
      "Whether the body is required is false here, but true in an earlier input.",
    ],
  ])("%s", async (_, earlier, later, code, message) => {
    const result = await joined(earlier, later);
    expect(get(result)).toEqual(get(await loaded({ "a.json": earlier })));
    expect(result.said).toMatch(new RegExp(`^warning ${code} b\\.json:1:\\d+ `));
    expect(result.said).toContain(message);
    expect(result.said).toMatch(/\n {2}a\.json:1:\d+ .*earlier input, which counts/);
  });

  test("a parameter that only the later input requires stays optional", async () => {
    const result = await joined(parameter(""), parameter(', "required": true'));
    expect(get(result)).toEqual({ parameters: [{ name: "n", in: "query" }] });
    expect(result.said).toMatch(
      /^warning document\/conflict b\.json:1:\d+ Whether the parameter "n" is required is true here, but false in an earlier input\./,
    );
  });

  test.each([
    [
      "schema",
      '"schemas": { "X": { "type": "string", "format": "a" } }',
      '"schemas": { "X": { "type": "string", "format": "b" } }',
    ],
    [
      "parameter",
      '"parameters": { "X": { "name": "a", "in": "query" } }',
      '"parameters": { "X": { "name": "a", "in": "header" } }',
    ],
    [
      "security scheme",
      '"securitySchemes": { "X": { "type": "http", "scheme": "basic" } }',
      '"securitySchemes": { "X": { "type": "http", "scheme": "bearer" } }',
    ],
  ])("a %s of one name is an error", async (kind, earlier, later) => {
    const { said } = await joined(
      api("{}", `, "components": { ${earlier} }`),
      api("{}", `, "components": { ${later} }`),
    );
    expect(said).toMatch(
      new RegExp(`^error document/component-conflict b\\.json:1:\\d+ The ${kind} "X" is another one here`),
    );
    expect(said).toMatch(/\n {2}a\.json:1:\d+ The earlier input has this one\.$/);
  });
});

describe("schemas are the same", () => {
  const schemas = (text: string): string => api("{}", `, "components": { "schemas": ${text} }`);
  test.each([
    [
      "when keys and lists without order are in another order",
      '{ "X": { "type": "object", "required": ["a", "b"], "enum": [1, 2] } }',
      '{ "X": { "enum": [2, 1], "required": ["b", "a"], "type": "object" } }',
    ],
    [
      "when one writes out what the other refers to",
      '{ "X": { "$ref": "#/components/schemas/Y" }, "Y": { "type": "object", "properties": {} } }',
      '{ "X": { "type": "object", "properties": {}, "description": "no matter" } }',
    ],
    [
      "when both refer to themselves",
      '{ "X": { "properties": { "x": { "$ref": "#/components/schemas/X" } } } }',
      '{ "X": { "properties": { "x": { "$ref": "#/components/schemas/X" } } } }',
    ],
    [
      "when they go round by other names",
      '{ "X": { "items": { "$ref": "#/components/schemas/P" } }, "P": { "items": { "$ref": "#/components/schemas/P" } } }',
      '{ "X": { "items": { "$ref": "#/components/schemas/Q" } }, "Q": { "items": { "$ref": "#/components/schemas/Q" } } }',
    ],
  ])("%s", async (_, earlier, later) => {
    const { said, value } = await joined(schemas(earlier), schemas(later));
    expect(said).toBe("");
    expect(value).toMatchObject({ components: { schemas: { X: JSON.parse(earlier).X } } });
    expect(Object.keys((value as { components: { schemas: { X: object } } }).components.schemas.X)).toEqual(
      Object.keys(JSON.parse(earlier).X),
    );
  });

  test.each([
    [
      "when a property is called as a keyword that only tells",
      '{ "X": { "properties": { "title": { "type": "string" } } } }',
      '{ "X": { "properties": { "title": { "type": "integer" } } } }',
    ],
    [
      "when one goes round and the other does not",
      '{ "X": { "anyOf": [{ "$ref": "#/components/schemas/X" }] } }',
      '{ "X": { "type": "string", "minLength": 1 } }',
    ],
    [
      "when one has a keyword more",
      '{ "X": { "type": "string", "maxLength": 1 } }',
      '{ "X": { "type": "string", "maxLength": 1, "minLength": 1 } }',
    ],
    ["when one may be anything and the other nothing", '{ "X": { "not": {}, "type": "string" } }', '{ "X": false }'],
  ])("but not %s", async (_, earlier, later) => {
    expect((await joined(schemas(earlier), schemas(later))).said).toContain("document/component-conflict");
  });
});

test("names of the author's choice may be any", async () => {
  const named = (schema: string): string =>
    api("{}", `, "components": { "schemas": { "__proto__": ${schema}, "constructor": ${schema} } }`);
  const { value } = await joined(
    named('{ "type": "string" }'),
    named('{ "type": "string", "description": "D" }').replace("constructor", "toString"),
  );
  const { schemas } = (value as { components: { schemas: object } }).components;
  expect(JSON.stringify(schemas)).toBe(
    '{"__proto__":{"type":"string","description":"D"},"constructor":{"type":"string"},"toString":{"type":"string","description":"D"}}',
  );
  expect(Object.getPrototypeOf(schemas)).toBe(Object.prototype);
});

function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverse);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, it]) => [key, reverse(it)]),
  );
}
