import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { ProjectConfig, RemoteConfig } from "../../src/config/config.js";
import type { PaginationRule } from "../../src/pipeline/job.js";

type Schema = Readonly<Record<string, unknown>>;
/** One for each member of a type, so that a new setting without a schema does not compile. */
type Members<T> = { readonly [K in keyof Required<T>]: Schema };

/** The JSON Schema of a config file in JSON , in the draft that editors know best. */
export function configSchema(): Schema {
  const own = object<ProjectConfig>(settings, "ProjectConfig");
  const { name: _, ...shared } = own;
  const projects = { type: "array", minItems: 1, items: closed(own), description: docs("Config", "projects") };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "The configuration of sdkwright",
    description: docs("Config"),
    type: "object",
    if: { required: ["projects"] },
    // Projects have names of their own.
    then: { properties: { name: false } },
    properties: {
      $schema: { description: "Where this schema is, for editors." },
      projects,
      name: own["name"],
      ...shared,
    },
    additionalProperties: false,
  };
}

const text: Schema = { type: "string", pattern: "\\S" };
const texts: Schema = { type: "array", items: text };
const flag: Schema = { type: "boolean" };
const choice = <T extends string>(choices: Readonly<Record<T, true>>): Schema => ({ enum: Object.keys(choices) });
type Choices<K extends keyof ProjectConfig> = Readonly<Record<NonNullable<ProjectConfig[K]> & string, true>>;

const enums: Choices<"enums"> = { union: true, object: true, open: true };
const int64: Choices<"int64"> = { number: true, bigint: true };
const decimals: Choices<"decimals"> = { number: true, exact: true };
const deepObjectArrays: Choices<"deepObjectArrays"> = { indices: true, brackets: true, repeat: true };
const deleteForms: Choices<"deleteForms"> = { body: true, query: true };
const renames: Choices<"renames"> = { allow: true, refuse: true, alias: true };
const format: Choices<"format"> = { none: true, prettier: true };

const remote: Members<RemoteConfig> = {
  allow: texts,
  headers: {
    type: "object",
    additionalProperties: { type: "object", additionalProperties: { type: "string" } },
  },
  http: flag,
};

const named: Schema = { type: "string", minLength: 1 };
const names: Schema = { type: "array", items: named };
const place: Schema = { anyOf: [{ type: "string" }, names] };
const whole: Schema = { type: "integer" };
const numbered = { param: named, start: whole, total: place };

/** What a rule of each kind has beside `by` and `operations`; all but `none` have `items` and `more`, too. */
const kinds: Readonly<Record<PaginationRule["by"], { readonly has: Schema; readonly needs: readonly string[] }>> = {
  cursor: { has: { from: place, param: named }, needs: ["from", "param"] },
  lastItem: { has: { from: place, param: named, back: named }, needs: ["param"] },
  offset: { has: numbered, needs: ["param"] },
  page: { has: numbered, needs: ["param"] },
  link: { has: { from: place }, needs: ["from"] },
  linkHeader: { has: {}, needs: [] },
  none: { has: {}, needs: [] },
};
const rules = Object.entries(kinds).map(([by, { has, needs }]) => ({
  type: "object",
  properties: { by: { const: by }, operations: names, ...(by !== "none" && { items: place, more: place }), ...has },
  required: ["by", ...needs],
  additionalProperties: false,
}));

const settings: Members<ProjectConfig> = {
  name: { type: "string", pattern: "^[^,]*[^,\\s][^,]*$" },
  input: { anyOf: [text, { ...texts, minItems: 1 }] },
  overlays: texts,
  remote: closed(object<RemoteConfig>(remote, "RemoteConfig")),
  output: text,
  root: text,
  operations: texts,
  tags: texts,
  paths: texts,
  methods: texts,
  deprecated: flag,
  internal: flag,
  pagination: { anyOf: [{ const: false }, { type: "array", items: { anyOf: rules } }] },
  enums: choice(enums),
  int64: choice(int64),
  decimals: choice(decimals),
  deepObjectArrays: choice(deepObjectArrays),
  deleteForms: choice(deleteForms),
  renames: choice(renames),
  format: choice(format),
  strict: flag,
};

function closed(properties: Schema): Schema {
  return { type: "object", properties, additionalProperties: false };
}

function object<T>(members: Members<T>, owner: string): Readonly<Record<string, Schema>> {
  // The members are what `Object.entries` gives, and each is a schema.
  const all = Object.entries(members) as [string, Schema][];
  return Object.fromEntries(all.map(([key, it]) => [key, { ...it, description: docs(owner, key) }]));
}

/** What the doc comment of an interface of `config.ts`, or of one of its members, says. */
function docs(owner: string, member?: string): string {
  const file = fileURLToPath(new URL("../../src/config/config.ts", import.meta.url));
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found = source.statements.filter(ts.isInterfaceDeclaration).find((it) => it.name.text === owner);
  const node = member === undefined ? found : found?.members.find((it) => it.name?.getText() === member);
  const comment = node && ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment;
  if (comment === undefined) throw new Error(`${owner} ${member ?? ""} has no doc comment.`);
  return (ts.getTextOfJSDocComment(comment) ?? "").replaceAll(/\s*\n\s*/g, " ");
}
