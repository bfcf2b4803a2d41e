/** A small API with something of everything that depends on the runtime underneath. */
export const description = `
openapi: 3.1.0
info: { title: Everywhere, version: "1" }
servers: [{ url: https://api.example.com }]
security: [{ bearer: [] }]
paths:
  /echo/{id}:
    get:
      operationId: getEcho
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: fields, in: query, schema: { type: array, items: { type: string } } }
        - { name: X-Trace, in: header, schema: { type: string } }
      responses: { "200": { $ref: "#/components/responses/Any" } }
  /json: { post: { operationId: postJson, requestBody: { content: { application/json: { schema: {} } } }, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /form:
    post:
      operationId: postForm
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { items: { type: array, items: { type: object, additionalProperties: true } } } }
            encoding: { items: { style: deepObject, explode: true } }
      responses: { "200": { $ref: "#/components/responses/Any" } }
  /files:
    post:
      operationId: postFile
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { name: { type: string }, file: { type: string, format: binary } } } } } }
      responses: { "200": { $ref: "#/components/responses/Any" } }
  /bytes: { get: { operationId: getBytes, responses: { "200": { description: "", content: { application/octet-stream: { schema: { type: string, format: binary } } } } } } }
  /text: { get: { operationId: getText, responses: { "200": { description: "", headers: { X-Left: { schema: { type: integer } }, X-Tags: { schema: { type: array, items: { type: string } } } }, content: { text/plain: { schema: { type: string } } } } } } }
  /missing: { get: { operationId: getMissing, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /gateway: { get: { operationId: getGateway, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /blank: { get: { operationId: getBlank, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /keyed: { get: { operationId: getKeyed, security: [{ key: [] }], responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /broken: { get: { operationId: getBroken, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /cut: { get: { operationId: getCut, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /silent: { get: { operationId: getSilent, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /stuck: { get: { operationId: getStuck, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /events: { get: { operationId: getEvents, responses: { "200": { description: "", content: { text/event-stream: { schema: { type: object, additionalProperties: true } } } } } } }
  /lines: { get: { operationId: getLines, responses: { "200": { description: "", content: { application/x-ndjson: { schema: { type: object, additionalProperties: true } } } } } } }
  /closed: { get: { operationId: getClosed, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /flaky: { post: { operationId: postFlaky, responses: { "200": { $ref: "#/components/responses/Any" } } } }
  /pets:
    get:
      operationId: listPets
      parameters: [{ name: starting_after, in: query, schema: { type: string } }]
      responses:
        "200":
          description: ""
          headers: { X-Left: { schema: { type: integer } } }
          content:
            application/json:
              schema:
                type: object
                required: [data, has_more]
                properties:
                  has_more: { type: boolean }
                  data: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }
components:
  responses: { Any: { description: "", content: { application/json: { schema: {} } } } }
  securitySchemes: { bearer: { type: http, scheme: bearer }, key: { type: apiKey, in: query, name: key } }
`;
