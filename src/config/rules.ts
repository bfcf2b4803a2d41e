import { nearest } from "../diagnostics/nearest.js";
import { ruleProblem } from "../pipeline/rule-problem.js";
import type { ProjectConfig } from "./config.js";

/** What a setting may be. */
export interface Rule {
  accepts(value: unknown): boolean;
  /** What should stand there, with the valid value nearest to what does. */
  expected(value: unknown): string;
}

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

/** The rule of each setting of a project. */
export const rules: { readonly [K in keyof Required<ProjectConfig>]: Rule } = {
  name: { accepts: (value) => isText(value) && !value.includes(","), expected: () => "a text without a comma" },
  input: {
    accepts: (value) => isText(value) || (isTexts(value) && Array.isArray(value) && value.length > 0),
    expected: () => "a path or a list of paths",
  },
  overlays: texts("paths"),
  remote: {
    accepts: isRemoteConfig,
    expected: () => "an object with a list allow, an object headers by host, and http: true or false",
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
    accepts: (value) => value === false || (Array.isArray(value) && value.every((it) => ruleProblem(it) === undefined)),
    expected: (value) => {
      const problem = Array.isArray(value) ? value.map(ruleProblem).find((it) => it !== undefined) : undefined;
      return `false or a list of rules${problem === undefined ? "" : ` (of one, ${problem})`}`;
    },
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

function isRemoteConfig(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { allow = [], headers = {}, http = false, ...rest }: Readonly<Record<string, unknown>> = { ...value };
  const isMap = (it: unknown, of: (member: unknown) => boolean): boolean =>
    typeof it === "object" && it !== null && !Array.isArray(it) && Object.values(it).every(of);
  const isHeaders = isMap(headers, (it) => isMap(it, (header) => typeof header === "string"));
  return isTexts(allow) && isHeaders && typeof http === "boolean" && Object.keys(rest).length === 0;
}
