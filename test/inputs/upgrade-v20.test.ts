import { expect, test } from "vitest";
import { loaded } from "./support.js";

const text = `swagger: "2.0"
host: api.example.com
definitions:
  Pet:
    type: object
    discriminator: kind
    properties:
      next: { $ref: "#/definitions/Pet", x-nullable: true }
parameters:
  Pet: { name: pet, in: body, schema: { $ref: "#/definitions/Pet" } }
  limit: { name: limit, in: query, type: integer }
paths:
  /pets:
    parameters: [{ name: note, in: formData, type: string, x-nullable: true }]
    post:
      parameters:
        - { name: pet, in: body, schema: { type: object, properties: { a: { type: string, x-nullable: true } } } }
        - { name: x, in: query, type: array, items: { type: string, x-nullable: true } }
      responses:
        "200": { schema: { type: array, items: { type: string, example: a } } }
    put:
      responses: {}
`;

test.each([
  ["/servers/0/url", "2:7"],
  ["/components/schemas/Pet", "5:5"],
  ["/components/schemas/Pet/discriminator", "6:20"],
  ["/components/schemas/Pet/discriminator/propertyName", "6:20"],
  ["/components/schemas/Pet/properties/next/anyOf/0", "8:13"],
  ["/components/requestBodies/Pet/content/application~1json/schema", "10:39"],
  ["/components/parameters/limit/schema/type", "11:42"],
  ["/paths/~1pets/post/requestBody", "17:11"],
  ["/paths/~1pets/post/requestBody/content/application~1json/schema/properties/a", "17:75"],
  ["/paths/~1pets/post/parameters/0", "18:11"],
  ["/paths/~1pets/post/parameters/0/schema/items", "18:53"],
  ["/paths/~1pets/post/responses/200/content/application~1json/schema/items/example", "20:73"],
  ["/paths/~1pets/put/requestBody/content/application~1x-www-form-urlencoded/schema/properties/note", "14:18"],
])("%s is shown where its author wrote it", async (pointer, place) => {
  const { at } = await loaded({ "a.yaml": text });
  expect(at(pointer)).toBe(`a.yaml:${place}`);
});

test.each([
  ["#/definitions/Pet/properties/next", "#/components/schemas/Pet/properties/next"],
  ["#/definitions/A%20B", "#/components/schemas/A B"],
  ["#/parameters/Pet/schema", "#/components/requestBodies/Pet/content/text~1plain/schema"],
  ["#/parameters/limit", "#/components/parameters/limit"],
  ["#/responses/R/schema/items", "#/components/responses/R/content/text~1html/schema/items"],
  ["#/paths/~1a/get/parameters/0/schema", "#/paths/~1a/get/requestBody/content/text~1plain/schema"],
  ["#/paths/~1a/get/parameters/1", "#/paths/~1a/get/parameters/0"],
  ["#/paths/~1a/get/responses/200/schema", "#/paths/~1a/get/responses/200/content/a~1b/schema"],
  ["#/paths/~1gone/get/responses/200/schema", "#/paths/~1gone/get/responses/200/schema"],
  ["#/x-types/A", "#/x-types/A"],
])("a reference to %s leads to the same node", async (given, want) => {
  const { value } = await loaded({
    "a.json": JSON.stringify({
      swagger: "2.0",
      consumes: ["text/plain"],
      produces: ["text/html"],

      parameters: {
        Pet: { in: "body", name: "pet", schema: {} },
        limit: { in: "query", name: "limit", type: "integer" },
      },
      paths: {
        "/a": {
          get: { produces: ["a/b"], parameters: [{ $ref: "#/parameters/Pet" }, { $ref: "#/parameters/limit" }] },
        },
      },
      definitions: { Holder: { $ref: given } },
    }),
  });
  expect(value).toMatchObject({ components: { schemas: { Holder: { $ref: want } } } });
});

test.each([
  [{ host: "a.example" }, ["https://a.example"]],
  [{ host: "a.example", schemes: ["ws", "HTTP"], basePath: "/" }, ["http://a.example", "ws://a.example"]],
  [{ basePath: "/v1/" }, ["/v1"]],
  [{ basePath: "/" }, undefined],
  [{}, undefined],
])("the servers of %j are %j", async (given, urls) => {
  const { value } = await loaded({ "a.json": JSON.stringify({ swagger: "2.0", paths: {}, ...given }) });
  const { servers } = value as { readonly servers?: readonly { readonly url: string }[] };
  expect(servers?.map((it) => it.url)).toEqual(urls);
});

test("keys that objects already have are names like any other", async () => {
  const { value } = await loaded({
    "a.json": '{"swagger":"2.0","definitions":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}',
  });
  expect(JSON.stringify(value)).toBe(
    '{"openapi":"3.1.1","components":{"schemas":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}}',
  );
});
