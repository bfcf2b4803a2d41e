import { describe, expect, test } from "vitest";
import { loaded } from "./support.js";

/** A description with one schema, `A`, and a place for more. */
const root = (schema: string, more = "", version = "3.1.1"): string =>
  `openapi: ${version}\ninfo: { title: T, version: "1" }\ncomponents:\n  schemas:\n    A: ${schema}\n${more}`;

describe("another file is read", () => {
  test("by a path from the file that refers to it, in any format", async () => {
    const { value, said, at } = await loaded(
      { "api/root.yaml": root('{ properties: { pet: { $ref: "./schemas/pet.json" } } }') },
      {
        "api/schemas/pet.json":
          '{ "type": "object", "properties": { "owner": { "$ref": "../more/owner.yaml#/Owner" } } }',
        "api/more/owner.yaml": "Owner:\n  type: object\n  properties:\n    pet: { $ref: '../schemas/pet.json' }\n",
      },
    );
    expect(said).toBe("");
    expect(value).toMatchObject({
      components: {
        schemas: {
          A: { properties: { pet: { $ref: "#/components/schemas/pet" } } },
          pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } },
          Owner: { properties: { pet: { $ref: "#/components/schemas/pet" } } },
        },
      },
    });
    expect(at("/components/schemas/Owner/properties/pet")).toBe("api/more/owner.yaml:4:10");
    expect(at("/components/schemas/pet/type")).toBe("api/schemas/pet.json:1:11");
    expect(at("/components/schemas/A/properties/pet")).toBe("api/root.yaml:5:29");
  });

  test("with spaces, percent-encoding and escapes in the reference", async () => {
    const { value, said } = await loaded(
      { "a.yaml": root(`{ anyOf: [{ $ref: " my%20schemas.yaml#/a~1b" }, { $ref: "my schemas.yaml#/c%20~0d" }] }`) },
      { "my schemas.yaml": '"a/b": { type: string }\n"c ~d": { type: number }\n' },
    );
    expect(said).toMatch(/^warning ref\/spaces a\.yaml:5:26 " my%20schemas\.yaml#\/a~1b" has spaces around it/);
    expect(said.split("\n")).toHaveLength(1);
    expect(value).toMatchObject({ components: { schemas: { a_b: { type: "string" }, c_d: { type: "number" } } } });
  });

  test("once, however often it is referred to, and back into the first file", async () => {
    const { value, said, sources } = await loaded(
      { "a.yaml": root('{ allOf: [{ $ref: "b.yaml" }, { $ref: "./b.yaml" }, { $ref: "b.yaml#" }] }') },
      { "b.yaml": 'properties: { a: { $ref: "a.yaml#/components/schemas/A" } }\n' },
    );
    expect(said).toBe("");
    expect(sources.length).toBe(2);
    expect(value).toMatchObject({
      components: {
        schemas: {
          A: { allOf: Array(3).fill({ $ref: "#/components/schemas/b" }) },
          b: { properties: { a: { $ref: "#/components/schemas/A" } } },
        },
      },
    });
  });

  test.each([
    ["parameters", "[{ $ref: 'x.yaml#/it' }]", "parameters/0", "parameters", { name: "q", in: "query" }],
    ["requestBody", "{ $ref: 'x.yaml#/it' }", "requestBody", "requestBodies", { content: {} }],
    ["responses", "{ '200': { $ref: 'x.yaml#/it' } }", "responses/200", "responses", { description: "Fine" }],
    ["callbacks", "{ c: { $ref: 'x.yaml#/it' } }", "callbacks/c", "callbacks", { "{$url}": {} }],
  ])("for %s", async (key, text, pointer, section, it) => {
    const { document, said } = await loaded(
      { "a.yaml": `openapi: 3.1.1\npaths: { /a: { get: { ${key}: ${text} } } }\n` },
      { "x.yaml": JSON.stringify({ it }) },
    );
    expect(said).toBe("");
    expect(document?.root.resolve(`#/paths/~1a/get/${pointer}`)?.value).toEqual({ $ref: `#/components/${section}/it` });
    expect(document?.root.resolve(`#/components/${section}/it`)?.value).toEqual(it);
  });

  test.each([
    ["headers", "header", { schema: { type: "string" } }],
    ["securitySchemes", "security", { type: "http", scheme: "basic" }],
    ["links", "link", { operationId: "a" }],
    ["examples", "example", { value: 1 }],
    ["pathItems", "item", { get: {} }],
  ])("for a component among %s, which then is what it refers to", async (section, name, it) => {
    const { value, said } = await loaded(
      { "a.yaml": `openapi: 3.1.1\ncomponents: { ${section}: { own: { $ref: '${name}.json' } } }\n` },
      { [`${name}.json`]: JSON.stringify(it) },
    );
    expect(said).toBe("");
    expect(value).toMatchObject({ components: { [section]: { own: it } } });
  });

  test("for path items, and where OpenAPI knows no reference: an operation, a whole map", async () => {
    const { value, said, at } = await loaded(
      {
        "a.yaml":
          "openapi: 3.1.1\npaths:\n  /a: { $ref: paths/a.yaml }\n  /b: { get: { $ref: paths/b.yaml } }\ncomponents: { schemas: { $ref: schemas/_index.yaml } }\n",
      },
      {
        "paths/a.yaml": "get:\n  operationId: getA\n  responses: {}\n",
        "paths/b.yaml":
          "operationId: getB\nresponses:\n  '200': { description: B, content: { application/json: { schema: { $ref: '../schemas/pet.yaml' } } } }\n",
        "schemas/_index.yaml": "Animal: { $ref: pet.yaml }\nOther: { type: string }\n",
        "schemas/pet.yaml": "type: object\nproperties: { other: { $ref: '_index.yaml#/Other' } }\n",
      },
    );
    expect(said).toBe("");
    const schema = { $ref: "#/components/schemas/Animal" };
    expect(value).toMatchObject({
      paths: {
        "/a": { $ref: "#/components/pathItems/a" },
        "/b": { get: { operationId: "getB", responses: { 200: { content: { "application/json": { schema } } } } } },
      },
      components: {
        pathItems: { a: { get: { operationId: "getA" } } },
        schemas: {
          Animal: { properties: { other: { $ref: "#/components/schemas/Other" } } },
          Other: { type: "string" },
        },
      },
    });
    expect(at("/components/schemas/Animal/properties/other")).toBe("schemas/pet.yaml:2:22");
    expect(at("/paths/~1b/get/operationId")).toBe("paths/b.yaml:1:14");
  });

  test("whatever version of OpenAPI it is written in", async () => {
    const { value, said, at } = await loaded(
      {
        "a.yaml": root(
          '{ anyOf: [{ $ref: "old.yaml#/definitions/Pet" }, { $ref: "mid.yaml#/components/schemas/Pet" }] }',
        ),
      },
      {
        "old.yaml": 'swagger: "2.0"\ndefinitions:\n  Pet: { type: string, x-nullable: true }\n',
        "mid.yaml": "openapi: 3.0.4\ncomponents:\n  schemas:\n    Pet: { type: number, nullable: true }\n",
      },
    );
    expect(said).toBe("");
    expect(value).toMatchObject({
      components: {
        schemas: { "old.Pet": { type: ["string", "null"] }, "mid.Pet": { type: ["number", "null"] } },
      },
    });
    expect(at("/components/schemas/mid.Pet/type")).toBe("mid.yaml:4:18");
  });

  test("in the version of the description that refers to it, where it does not say", async () => {
    const { value, said } = await loaded(
      { "a.yaml": root('{ $ref: "b.yaml" }', "", "3.0.4") },
      { "b.yaml": "type: string\nnullable: true\n" },
    );
    expect(said).toBe("");
    expect(value).toMatchObject({ components: { schemas: { A: { type: ["string", "null"] } } } });
  });

  test("for Swagger 2.0 in several files", async () => {
    const { value, said, at } = await loaded(
      {
        "a.yaml":
          'swagger: "2.0"\npaths: { /a: { $ref: paths.yaml#/a } }\nparameters: { limit: { $ref: params.yaml#/limit } }\n',
      },
      {
        "paths.yaml":
          "a:\n  post:\n    parameters: [{ $ref: 'params.yaml#/body' }, { $ref: 'params.yaml#/limit' }]\n    responses: { 200: { description: A, schema: { $ref: pet.yaml } } }\n",
        "params.yaml":
          "body: { name: b, in: body, schema: { $ref: pet.yaml } }\nlimit: { name: limit, in: query, type: integer }\n",
        "pet.yaml": "type: object\nx-nullable: true\n",
      },
    );
    expect(said).toBe("");
    const content = { "application/json": { schema: { $ref: "#/components/schemas/pet" } } };
    expect(value).toMatchObject({
      paths: {
        "/a": {
          post: {
            parameters: [{ $ref: "#/components/parameters/limit" }],
            requestBody: { $ref: "#/components/requestBodies/body" },
            responses: { 200: { content } },
          },
        },
      },
      components: {
        requestBodies: { body: { content } },
        parameters: { limit: { schema: { type: "integer" } } },
        schemas: { pet: { type: ["object", "null"] } },
      },
    });
    expect(at("/components/schemas/pet/type")).toBe("pet.yaml:1:7");
    expect(at("/paths/~1a/post/responses/200")).toBe("paths.yaml:4:23");
  });
});

describe("parts are named", () => {
  const names = (value: unknown): readonly string[] =>
    // A description with schemas, as every test here gives one.
    Object.keys((value as { components: { schemas: object } }).components.schemas).toSorted();

  test("after the place or the file, with words of the path where that is not enough, whatever the order", async () => {
    const references = ["x/pet.yaml", "y/pet.yaml", "y/all.yaml#/Dog", "z/cat/index.yaml", "y/A.yaml"];
    const others = {
      "x/pet.yaml": "type: string",
      "y/pet.yaml": "type: number",
      "y/all.yaml": "Dog: { type: object }",
      "z/cat/index.yaml": "type: boolean",
      "y/A.yaml": "type: integer",
    };
    const given = async (list: readonly string[]) => {
      const schema = JSON.stringify({ anyOf: list.map(($ref) => ({ $ref })) });
      return names((await loaded({ "a.yaml": root(schema) }, others)).value);
    };
    const expected = ["A", "Dog", "cat", "x.pet", "y.A", "y.pet"];
    expect(await given(references)).toEqual(expected);
    expect(await given(references.toReversed())).toEqual(expected);
  });

  test("in one way for all inputs that are joined", async () => {
    const { value, said } = await loaded(
      {
        "a.yaml": root('{ properties: { x: { $ref: "x/money.yaml" } } }'),
        "b.yaml": root(
          '{ properties: { x: { $ref: "x/money.yaml" } } }',
          '    B: { $ref: "y/money.yaml" , description: B }\n',
        ),
      },
      { "x/money.yaml": "type: string", "y/money.yaml": "type: number" },
    );
    expect(said).toBe("");
    expect(names(value)).toEqual(["A", "B", "x.money", "y.money"]);
  });

  test("by what holds them, where that is taken in too", async () => {
    const { value, said } = await loaded(
      { "a.yaml": root('{ anyOf: [{ $ref: "b.yaml#/P/properties/q" }, { $ref: "b.yaml#/P" }] }') },
      { "b.yaml": "P: { properties: { q: { type: string } } }" },
    );
    expect(said).toBe("");
    expect(value).toMatchObject({
      components: {
        schemas: {
          A: { anyOf: [{ $ref: "#/components/schemas/P/properties/q" }, { $ref: "#/components/schemas/P" }] },
        },
      },
    });
    expect(names(value)).toEqual(["A", "P"]);
  });
});

describe("references by URI and anchor (JSON Schema 2020-12, core, section 8.2)", () => {
  test("$id changes what a reference is relative to, $anchor names a schema", async () => {
    const { value, said } = await loaded({
      "a.yaml": root(
        "{ properties: { b: { $ref: 'https://example.com/schemas/b' }, c: { $ref: '#sea' }, d: { $ref: 'https://example.com/schemas/b#inner' } } }",
        `    B:
      $id: https://example.com/schemas/b
      properties: { own: { $ref: "#/$defs/x" }, c: { $ref: c } }
      $defs: { x: { $anchor: inner, type: string } }
    C: { $id: "https://example.com/schemas/c", type: number }
    Sea: { $anchor: sea, type: boolean }
`,
      ),
    });
    expect(said).toBe("");
    expect(value).toMatchObject({
      components: {
        schemas: {
          A: {
            properties: {
              b: { $ref: "#/components/schemas/B" },
              c: { $ref: "#/components/schemas/Sea" },
              d: { $ref: "#/components/schemas/B/$defs/x" },
            },
          },
          B: {
            properties: { own: { $ref: "#/components/schemas/B/$defs/x" }, c: { $ref: "#/components/schemas/C" } },
            $defs: { x: { type: "string" } },
          },
        },
      },
    });
    expect(JSON.stringify(value)).not.toMatch(/\$id|\$anchor/);
  });

  test("files that have a web address as their $id are found beside each other", async () => {
    const { value, said } = await loaded(
      { "a.yaml": root('{ $ref: "schemas/a.json" }') },
      {
        "schemas/a.json": '{ "$id": "https://example.com/s/a.json", "properties": { "b": { "$ref": "b.json" } } }',
        "schemas/b.json": '{ "$id": "https://example.com/s/b.json", "type": "string" }',
      },
    );
    expect(said).toBe("");
    expect(value).toMatchObject({
      components: { schemas: { A: { properties: { b: { $ref: "#/components/schemas/b" } } }, b: { type: "string" } } },
    });
  });

  test("$dynamicRef is a $ref to what it means on each way, and a schema that means several things is there for each", async () => {
    const tree = (more: string): string =>
      root(`{ $id: tree, $dynamicAnchor: node, properties: { children: { items: { $dynamicRef: "#node" } } } }`, more);
    const one = await loaded({ "a.yaml": tree("") });
    expect(one.said).toBe("");
    expect(one.value).toMatchObject({
      components: { schemas: { A: { properties: { children: { items: { $ref: "#/components/schemas/A" } } } } } },
    });
    const strict = "    Strict: { $id: strict, $dynamicAnchor: node, $ref: tree, unevaluatedProperties: false }\n";
    const two = await loaded({ "a.yaml": tree(strict) });
    expect(two.value).toMatchObject({
      components: {
        schemas: {
          A: { properties: { children: { items: { $ref: "#/components/schemas/A" } } } },
          Strict: { $ref: "#/components/schemas/A.Strict" },
          "A.Strict": { properties: { children: { items: { $ref: "#/components/schemas/Strict" } } } },
        },
      },
    });
  });

  test("$self is the address of a description (OpenAPI 3.2, section 4.1.2.2)", async () => {
    const { value, said } = await loaded({
      "a.yaml": `openapi: 3.2.0\n$self: https://example.com/api\ncomponents: { schemas: { A: { $ref: "https://example.com/api#/components/schemas/B" }, B: { $ref: "#/components/schemas/C" }, C: { type: string } } }\n`,
    });
    expect(said).toBe("");
    expect(value).toMatchObject({ components: { schemas: { A: { $ref: "#/components/schemas/B" } } } });
  });
});

test.each([
  ["$id", '{ $id: "https://example.com/a", type: string }', { type: "string" }],
  [
    "$dynamicRef",
    '{ $dynamicAnchor: node, items: { $dynamicRef: "#node" } }',
    { items: { $ref: "#/components/schemas/A" } },
  ],
  [
    "a mapping",
    "{ discriminator: { propertyName: kind, mapping: { cat: cat.yaml } } }",
    { discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/cat" } } },
  ],
  [
    "a default mapping",
    "{ discriminator: { propertyName: kind, defaultMapping: cat.yaml } }",
    { discriminator: { propertyName: "kind", defaultMapping: "#/components/schemas/cat" } },
  ],
])("%s is followed where no $ref leads out", async (_, schema, want) => {
  const { value, said } = await loaded({ "a.yaml": root(schema) }, { "cat.yaml": "type: object\n" });
  expect(said).toBe("");
  expect(value).toHaveProperty("components.schemas.A", want);
});

test("a mapping or $dynamicRef that leads nowhere is told where it stands", async () => {
  const { said } = await loaded({
    "a.yaml": root("{ discriminator: { mapping: { cat: no.yaml } }, items: { $dynamicRef: none.yaml } }"),
  });
  expect(said.match(/a\.yaml:\d+:\d+ The file of \S+/g)).toEqual([
    "a.yaml:5:43 The file of no.yaml",
    "a.yaml:5:78 The file of none.yaml",
  ]);
});

test("a mapping of a discriminator names schemas of other files", async () => {
  const { value, said } = await loaded(
    {
      "a.yaml": root(
        '{ oneOf: [{ $ref: cat.yaml }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind, mapping: { cat: cat.yaml, dog: Dog } } }',
        "    Dog: { type: object }\n",
      ),
    },
    { "cat.yaml": "type: object" },
  );
  expect(said).toBe("");
  expect(value).toMatchObject({
    components: { schemas: { A: { discriminator: { mapping: { cat: "#/components/schemas/cat", dog: "Dog" } } } } },
  });
});

test("what only looks like a reference is none", async () => {
  const { value, said } = await loaded({
    "a.yaml": root(
      '{ default: { $ref: "d.json" }, example: { $ref: "e.json" }, properties: { $ref: { type: string } }, x-other: { $ref: "x.json" } }',
    ),
  });
  expect(said).toBe("");
  expect(value).toMatchObject({ components: { schemas: { A: { properties: { $ref: { type: "string" } } } } } });
});

test("a chain of references is followed through all files, and one without an end ends", async () => {
  const { value, said } = await loaded(
    { "a.yaml": root("{ anyOf: [{ $ref: b.yaml#/one }, { $ref: b.yaml#/round }] }") },
    {
      "b.yaml": "one: { $ref: c.yaml#/two }\nround: { $ref: c.yaml#/round }\n",
      "c.yaml": "two: { $ref: '#/three' }\nthree: { type: string }\nround: { $ref: b.yaml#/round }\n",
    },
  );
  expect(said).toBe("");
  expect(value).toMatchObject({
    components: { schemas: { A: { anyOf: [{ $ref: "#/components/schemas/three" }, {}] } } },
  });
});

describe("no file is read", () => {
  const refer = (reference: string): string => root(JSON.stringify({ $ref: reference }));

  test.each([
    ["/project/b.yaml", "only a path from the file that refers to it means the same on every machine"],
    ["file:///project/b.yaml", "only a path from the file that refers to it means the same on every machine"],
    ["C:\\b.yaml", "only a path from the file that refers to it means the same on every machine"],
    ["//host/b.yaml", "only a path from the file that refers to it means the same on every machine"],
    ["../secret.yaml", "it is outside of the folders that references may reach"],
    ["..%2Fsecret.yaml", "only a path from the file that refers to it means the same on every machine"],
    ["..\\secret.yaml", "it is outside of the folders that references may reach"],
    ["%2e%2e/secret.yaml", "it is outside of the folders that references may reach"],
    ["out/secret.yaml", "it is outside of the folders that references may reach"],
    [".env", "it is hidden"],
    ["sub/.hidden/a.yaml", "it is hidden"],
  ])("by %s", async (reference, reason) => {
    const others = {
      "b.yaml": "type: string",
      "../secret.yaml": "type: string",
      ".env": "A: 1",
      "sub/.hidden/a.yaml": "{}",
    };
    const { said, value, sources } = await loaded({ "a.yaml": refer(reference) }, others, { "/project/out": "/" });
    expect(said).toBe(`error ref/refused a.yaml:5:16 ${reference} is not followed: ${reason}.`);
    expect(value).toMatchObject({ components: { schemas: { A: { $ref: reference } } } });
    expect(sources.length).toBe(1);
  });

  test("through a link that leads out, but through one that stays", async () => {
    const links = { "/project/out.yaml": "/secret.yaml", "/project/in.yaml": "b.yaml" };
    const others = { "b.yaml": "type: string", "../secret.yaml": "type: string" };
    expect((await loaded({ "a.yaml": refer("out.yaml") }, others, links)).said).toContain("ref/refused");
    expect((await loaded({ "a.yaml": refer("in.yaml") }, others, links)).said).toBe("");
  });

  test("through a link, but where all is a tree of links to a tree of the same shape, as build systems make it", async () => {
    const others = { "../real/b.yaml": "type: string", "../other.yaml": "type: string" };
    const links = { "/project/a.yaml": "/real/a.yaml", "/project/b.yaml": "/real/b.yaml" };
    const said = async (more: object) =>
      (await loaded({ "a.yaml": refer("b.yaml") }, others, { ...links, ...more })).said;
    expect(await said({})).toBe("");
    expect(await said({ "/project/b.yaml": "/other.yaml" })).toContain("ref/refused");
    expect(await said({ "/project/a.yaml": "/real/renamed.yaml" })).toContain("ref/refused");
  });

  test("that is none, and each is told once", async () => {
    const text = root('{ anyOf: [{ $ref: "b.yaml#/a" }, { $ref: "b.yaml#/b" }, { $ref: "sub" }] }');
    const { said } = await loaded({ "a.yaml": text }, { "sub/x.yaml": "" });
    expect(said.split("\n")).toEqual([
      "error ref/no-file a.yaml:5:26 The file of b.yaml#/a cannot be read: there is no such file.",
      "error ref/no-file a.yaml:5:72 The file of sub cannot be read: it is not a file.",
    ]);
  });
});

test("what is wrong in another file is shown there", async () => {
  const { said } = await loaded({ "a.yaml": root("{ $ref: b.json }") }, { "b.json": '{\n  "type": \n}' });
  expect(said).toMatch(/^error read\/json-syntax b\.json:3:1 /);
});
