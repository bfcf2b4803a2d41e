/**
 * What stands where in an OpenAPI description (3.1.1, section 4.8): for each kind of object, which members hold which
 * kind. Whatever is not listed is never walked: an example, a default or an extension may look like a schema.
 */
export type Position =
  | "openapi"
  | "components"
  | "paths"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "responses"
  | "response"
  | "header"
  | "callback"
  | "securityScheme"
  | "link"
  | "example"
  | "schema";

export interface Field {
  /** The member itself, each element of it where it is a list (`one`), or each member of it by name (`map`). */
  readonly holds: "one" | "map";
  readonly position: Position;
}

export interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  /** What the members hold that have a name of the author's choice; `x-` stays for extensions. */
  readonly rest?: Field;
}

const one = (position: Position): Field => ({ holds: "one", position });
const map = (position: Position): Field => ({ holds: "map", position });
const shape = (fields: Readonly<Record<string, Field>>, rest?: Field): Shape => ({
  fields: new Map(Object.entries(fields)),
  ...(rest && { rest }),
});

const parameter = shape({ schema: one("schema"), content: map("mediaType"), examples: map("example") });

export const shapes: Readonly<Record<Position, Shape>> = {
  openapi: shape({ paths: one("paths"), webhooks: map("pathItem"), components: one("components") }),
  components: shape({
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    links: map("link"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
  }),
  paths: shape({}, one("pathItem")),
  pathItem: shape({
    get: one("operation"),
    put: one("operation"),
    post: one("operation"),
    delete: one("operation"),
    options: one("operation"),
    head: one("operation"),
    patch: one("operation"),
    trace: one("operation"),
    parameters: one("parameter"),
  }),
  operation: shape({
    parameters: one("parameter"),
    requestBody: one("requestBody"),
    responses: one("responses"),
    callbacks: map("callback"),
  }),
  parameter,
  header: parameter,
  requestBody: shape({ content: map("mediaType") }),
  mediaType: shape({ schema: one("schema"), encoding: map("encoding"), examples: map("example") }),
  encoding: shape({ headers: map("header") }),
  responses: shape({}, one("response")),
  response: shape({ headers: map("header"), content: map("mediaType"), links: map("link") }),
  callback: shape({}, one("pathItem")),
  securityScheme: shape({}),
  link: shape({}),
  example: shape({}),
  // JSON Schema 2020-12, core sections 10 and 11, and the content vocabulary.
  schema: shape({
    properties: map("schema"),
    patternProperties: map("schema"),
    dependentSchemas: map("schema"),
    $defs: map("schema"),
    definitions: map("schema"),
    additionalProperties: one("schema"),
    unevaluatedProperties: one("schema"),
    propertyNames: one("schema"),
    items: one("schema"),
    prefixItems: one("schema"),
    additionalItems: one("schema"),
    unevaluatedItems: one("schema"),
    contains: one("schema"),
    allOf: one("schema"),
    anyOf: one("schema"),
    oneOf: one("schema"),
    not: one("schema"),
    if: one("schema"),
    then: one("schema"),
    else: one("schema"),
    contentSchema: one("schema"),
  }),
};
