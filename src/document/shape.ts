/**
 * What stands where in an OpenAPI description (3.2.0, section 4): for each kind of object, which members hold which
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

/**
 * A member that holds an object of a known kind, or a list of them (`one`); or a map of them by names of the author's
 * choice (`map`).
 */
export type Field =
  | { readonly holds: "one"; readonly position: Position }
  | { readonly holds: "map"; readonly position: Position; readonly shape: Shape };

export interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  /** What the members hold that are not in `fields`. */
  readonly rest?: Field;
  /** Members that start with `x-` are extensions; in a map they are names like any other. */
  readonly extensible: boolean;
}

export const one = (position: Position): Field => ({ holds: "one", position });
export const map = (position: Position): Field => ({
  holds: "map",
  position,
  shape: { fields: new Map(), rest: one(position), extensible: false },
});
const shape = (fields: Readonly<Record<string, Field>>, rest?: Field): Shape => ({
  fields: new Map(Object.entries(fields)),
  ...(rest && { rest }),
  extensible: true,
});

const parameter = shape({ schema: one("schema"), content: map("mediaType"), examples: map("example") });

export const shapes: Readonly<Record<Position, Shape>> = {
  openapi: shape({
    paths: one("paths"),
    webhooks: map("pathItem"),
    components: one("components"),
    // Where 2.0 keeps its components, and where some authors still look for them.
    definitions: map("schema"),
    parameters: map("parameter"),
    responses: map("response"),
  }),
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
    mediaTypes: map("mediaType"),
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
    query: one("operation"),
    additionalOperations: map("operation"),
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
  mediaType: shape({
    schema: one("schema"),
    itemSchema: one("schema"),
    encoding: map("encoding"),
    prefixEncoding: one("encoding"),
    itemEncoding: one("encoding"),
    examples: map("example"),
  }),
  encoding: shape({
    headers: map("header"),
    encoding: map("encoding"),
    prefixEncoding: one("encoding"),
    itemEncoding: one("encoding"),
  }),
  responses: shape({}, one("response")),
  // Up to 2.0 a response has its schema itself.
  response: shape({ schema: one("schema"), headers: map("header"), content: map("mediaType"), links: map("link") }),
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
