import type { Job, Reading } from "../pipeline/job.js";

/** What a user chooses of the output, and nothing of where it comes from and goes to. */
export type Choices = Omit<Job, keyof Reading | "output" | "lock" | "format" | "strict" | "force" | "mode">;

/** The choices in settings, with their defaults: everything, as it reads best. */
export const choicesOf = ({
  operations = [],
  tags = [],
  paths = [],
  methods = [],
  deprecated = true,
  internal = true,
  pagination = [],
  enums = "union",
  int64 = "number",
  decimals = "number",
  deepObjectArrays = "indices",
  deleteForms = "body",
}: Partial<Choices>): Choices => ({
  operations,
  tags,
  paths,
  methods,
  deprecated,
  internal,
  pagination,
  enums,
  int64,
  decimals,
  deepObjectArrays,
  deleteForms,
});
