import type { DocumentOptions, ParseOptions, SchemaOptions } from "yaml";

/** How YAML is read, for values and for positions alike. */
export const yamlOptions: ParseOptions & DocumentOptions & SchemaOptions = {
  version: "1.2",
  schema: "core",
  // Tags of YAML 1.1 would give dates, sets and bytes, which have no place among plain values.
  resolveKnownTags: false,
  // A status `0200` or a date is a key as its author wrote it.
  stringKeys: true,
  // Merge keys are no part of YAML 1.2, but descriptions use them and every other reader knows them.
  merge: true,
  prettyErrors: false,
};
