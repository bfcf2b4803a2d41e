import type { Position } from "../shape.js";
import type { Dialect } from "../version.js";
import type { Kind } from "../walk.js";

type Sections = Readonly<Partial<Record<Position, string>>>;

/** OpenAPI 3.2, section 4.7. */
const components: Sections = {
  schema: "/components/schemas",
  response: "/components/responses",
  parameter: "/components/parameters",
  requestBody: "/components/requestBodies",
  header: "/components/headers",
  securityScheme: "/components/securitySchemes",
  link: "/components/links",
  callback: "/components/callbacks",
  example: "/components/examples",
  pathItem: "/components/pathItems",
  mediaType: "/components/mediaTypes",
};

/** Where a description keeps what is referred to, by what it is: pointers to maps by names. */
export const sections: Readonly<Record<Dialect, Sections>> = {
  "2.0": { schema: "/definitions", parameter: "/parameters", response: "/responses" },
  "3.0": components,
  "3.1": components,
};

/** The section for things of a kind; undefined for those that have none, such as operations. */
export const sectionOf = ({ position, holds }: Kind, dialect: Dialect): string | undefined =>
  holds === "one" ? sections[dialect][position] : undefined;
