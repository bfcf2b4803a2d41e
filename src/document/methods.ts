/** The members of a path item that are operations, each named by its method (OpenAPI 3.2, section 4.9). */
export const METHODS: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
];
