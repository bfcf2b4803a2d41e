const schema = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (value: object): object => ({ "application/json": { schema: value } });

/** A small description in which nearly everything refers to something else. */
export const denseSpec = {
  openapi: "3.1.1",
  info: { title: "Dense", version: "1" },
  servers: [{ url: "https://{host}/v1", variables: { host: { default: "example.com" } } }],
  security: [{ key: [] }],
  tags: [
    { name: "pets", description: "Pets" },
    { name: "marks", kind: "badge" },
  ],
  paths: {
    "/pets/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      get: {
        operationId: "getPet",
        tags: ["pets"],
        parameters: [{ $ref: "#/components/parameters/Page" }],
        responses: {
          "200": { $ref: "#/components/responses/Pet" },
          default: { description: "no", content: json(schema("Problem")) },
        },
      },
      put: {
        operationId: "putPet",
        tags: ["marks", "pets"],
        requestBody: { $ref: "#/components/requestBodies/Pet" },
        responses: { "204": { description: "done", headers: { "X-Left": { $ref: "#/components/headers/Left" } } } },
      },
    },
    "/pets": {
      $ref: "#/components/pathItems/Pets",
    },
  },
  webhooks: {
    born: { post: { requestBody: { content: json(schema("Cat")) }, responses: { "200": { description: "ok" } } } },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    parameters: {
      Id: { name: "id", in: "path", required: true, schema: schema("Id") },
      Page: { name: "page", in: "query", style: "deepObject", schema: schema("Page") },
    },
    headers: { Left: { schema: { type: "integer", maximum: 9007199254740993 } } },
    responses: { Pet: { description: "a pet", content: json(schema("Pet")) } },
    requestBodies: { Pet: { required: true, content: json(schema("Pet")) } },
    pathItems: {
      Pets: {
        get: {
          operationId: "listPets",
          tags: ["pets"],
          parameters: [{ name: "cursor", in: "query", schema: { type: "string" } }],
          responses: { "200": { description: "pets", content: json(schema("Pets")) } },
        },
      },
    },
    schemas: {
      Id: { type: "string", readOnly: true, format: "uuid" },
      Page: { type: "object", properties: { size: { type: "integer" }, inner: schema("Id") } },
      Pet: { oneOf: [schema("Cat"), schema("Dog")], discriminator: { propertyName: "kind", mapping: { meow: "Cat" } } },
      Animal: {
        type: "object",
        required: ["id", "kind"],
        properties: {
          id: schema("Id"),
          kind: { type: "string" },
          owner: schema("Owner"),
          secret: { type: "string", writeOnly: true },
        },
      },
      Cat: {
        allOf: [
          schema("Animal"),
          {
            type: "object",
            required: ["owner"],
            properties: { lives: { type: "integer", format: "int64", maximum: 9 } },
          },
        ],
      },
      Dog: {
        allOf: [
          schema("Animal"),
          {
            type: "object",
            properties: {
              size: { enum: ["small", "large"] },
              home: { $ref: "#/components/schemas/Owner/properties/home" },
            },
          },
        ],
      },
      Owner: {
        type: "object",
        properties: {
          home: {
            type: "object",
            properties: { a: { type: "string" }, b: { type: "string" }, c: { type: "string" }, d: { type: "string" } },
          },
          pets: schema("Pets"),
        },
      },
      Pets: {
        type: "object",
        required: ["data"],
        properties: { data: { type: "array", items: schema("Pet") }, next_cursor: { type: "string" } },
      },
      Problem: {
        not: schema("Pet"),
        type: "object",
        properties: { detail: { type: "string", description: "<p>Why</p>" } },
      },
    },
  },
};
