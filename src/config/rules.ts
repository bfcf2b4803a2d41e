import { nearest } from "../diagnostics/nearest.js";
import { ruleProblem } from "../pipeline/rule-problem.js";
import type { ProjectConfig } from "./config.js";

/** What a setting may be. */
export interface Rule {
  accepts(value: unknown): boolean;
  /** What should stand there, with the valid value nearest to what does. */
  expected(value: unknown): string;
  /** The rules of what it holds, by key, where that has any. */
  within?(value: unknown): Rules;
}
export type Rules = Readonly<Record<string, Rule>>;

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const texts = (of: string): Rule => ({ accepts: isTexts, expected: () => `a list of ${of}` });
const flag: Rule = { accepts: (value) => typeof value === "boolean", expected: () => "true or false" };
const choice = (...choices: readonly string[]): Rule => ({
  accepts: (value) => isText(value) && choices.includes(value),
  expected: (value) => {
    const all = choices
      .map((it) => JSON.stringify(it))
      .join(", ")
      .replace(/, ([^,]*)$/, " or $1");
    const near = isText(value) ? nearest(value, choices) : undefined;
    return near === undefined ? all : `${all} (did you mean ${JSON.stringify(near)}?)`;
  },
});

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const optional = (rule: Rule): Rule => ({ ...rule, accepts: (value) => value === undefined || rule.accepts(value) });
/** One rule for all that an object or a list holds. */
const each =
  (rule: Rule) =>
  (value: unknown): Rules =>
    Object.fromEntries(Object.keys(Object(value)).map((it) => [it, rule]));

const header: Rule = { accepts: (value) => typeof value === "string", expected: () => "a text" };
const headers: Rule = { accepts: isObject, expected: () => "an object of headers", within: each(header) };
const remote: Rules = {
  allow: optional(texts("hosts")),
  headers: optional({ accepts: isObject, expected: () => "an object of headers by host", within: each(headers) }),
  http: optional(flag),
};

const paginationRule: Rule = {
  accepts: (value) => ruleProblem(value) === undefined,
  expected: (value) => `a rule (here ${ruleProblem(value)})`,
};

/** The rule of each setting of a project. */
export const rules: { readonly [K in keyof Required<ProjectConfig>]: Rule } = {
  name: { accepts: (value) => isText(value) && !value.includes(","), expected: () => "a text without a comma" },
  input: {
    accepts: (value) => isText(value) || (isTexts(value) && Array.isArray(value) && value.length > 0),
    expected: () => "a path or a list of paths",
  },
  overlays: texts("paths"),
  remote: {
    accepts: isObject,
    expected: () => "an object with a list allow, an object headers by host, and http: true or false",
    within: () => remote,
  },
  output: { accepts: isText, expected: () => "the path of a folder" },
  root: { accepts: isText, expected: () => "the path of a folder" },
  operations: texts("operation ids"),
  tags: texts("tags"),
  paths: texts("paths"),
  methods: texts("methods"),
  deprecated: flag,
  internal: flag,
  pagination: {
    accepts: (value) => value === false || Array.isArray(value),
    expected: () => "false or a list of rules",
    within: each(paginationRule),
  },
  enums: choice("union", "object", "open"),
  int64: choice("number", "bigint"),
  decimals: choice("number", "exact"),
  deepObjectArrays: choice("indices", "brackets", "repeat"),
  deleteForms: choice("body", "query"),
  renames: choice("allow", "refuse", "alias"),
  format: choice("none", "prettier"),
  strict: flag,
};
