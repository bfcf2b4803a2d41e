/**
 * Whether a keyword of a schema only tells about values and never which values there are (JSON Schema 2020-12,
 * validation section 9; OpenAPI 3.1.1, section 4.8.24).
 */
export const isAnnotation = (keyword: string): boolean => annotations.has(keyword) || keyword.startsWith("x-");

const annotations: ReadonlySet<string> = new Set([
  "$comment",
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "example",
  "examples",
  "externalDocs",
  "xml",
]);
