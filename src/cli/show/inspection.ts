import type { Inspected } from "../../pipeline/job.js";
import { count } from "./count.js";
import { lossLines } from "./losses.js";
import { safe } from "./safe.js";
import { sourceLines } from "./sources.js";

/** What `inspect` shows to people; all of it is in `--json`. */
export function showInspection(inspected: Inspected): string {
  switch (inspected.stage) {
    case "document":
      return lines(documentLines(inspected.value));
    case "ir":
      return lines(inspected.value === undefined ? [] : apiLines(inspected.value));
    case "names":
      return lines(inspected.value === undefined ? [] : nameLines(inspected.value));
    case "losses":
      return lines(inspected.value === undefined ? [] : lossLines(inspected.value));
    case "sources":
      return lines(inspected.value === undefined ? [] : sourceLines(inspected.value));
  }
}

const lines = (rows: readonly string[]): string => rows.map((it) => `${safe(it)}\n`).join("");

type Api = NonNullable<Extract<Inspected, { readonly stage: "ir" }>["value"]>;
type Names = NonNullable<Extract<Inspected, { readonly stage: "names" }>["value"]>;

function documentLines(document: unknown): readonly string[] {
  const components = membersOf(memberOf(document, "components"));
  return [
    `OpenAPI ${textOf(memberOf(document, "openapi"))}: ${textOf(memberOf(memberOf(document, "info"), "title"))}`,
    ...membersOf(memberOf(document, "paths")).map(([path, item]) => `  ${path}  ${methodsOf(item).join(" ")}`),
    ...components.map(([kind, it]) => `${kind}: ${membersOf(it).length}`),
  ];
}

function apiLines({ title, version, servers, authSchemes, operations, types }: Api): readonly string[] {
  const rows = operations.map((it) => [it.id, it.method, it.path.map(segmentText).join(""), statusesOf(it.responses)]);
  return [
    `${title} ${version}`,
    ...servers.map((it) => `  server ${it.url}`),
    ...authSchemes.map((it) => `  auth ${it.id} (${it.kind})`),
    "",
    `${count(operations.length, "operation")}, ${count(types.length, "type")}`,
    ...table(rows),
  ];
}

type Operation = Api["operations"][number];
const segmentText = (it: Operation["path"][number]): string => (it.kind === "text" ? it.text : `{${it.name}}`);
const statusesOf = (responses: Operation["responses"]): string => responses.map((it) => it.status).join(" ");

function nameLines({ operations, types }: Names): readonly string[] {
  const functions = Object.values(operations).map(({ function: it }) => [`${it.name}()`, it.file]);
  const declared = Object.values(types).map((it) => [it.name, it.file]);
  return [
    `${count(functions.length, "operation")}`,
    ...table(functions),
    "",
    `${count(declared.length, "type")}`,
    ...table(declared),
  ];
}

/** Columns as wide as their widest cell, so far as that is not too wide. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.min(48, Math.max(...rows.map((row) => row[i]?.length ?? 0))));
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd());
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const memberOf = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : [];
const textOf = (value: unknown): string => (typeof value === "string" ? value : "?");
const methodsOf = (item: unknown): readonly string[] =>
  membersOf(item).flatMap(([key, it]) =>
    isObject(it) && !Array.isArray(it) && /^[a-z]+$/.test(key) ? [key.toUpperCase()] : [],
  );
