import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, imported } from "../support/bundle.js";
import { generateSdk } from "../support/sdk.js";

/**
 * Every style in every place, cell by cell, as a generated SDK writes it. Where the tables of OpenAPI have a cell it is theirs:
 * "Style Examples", sections 4.7.12.4 of 3.0.4, 4.8.12.4 of 3.1.1 and 4.12.6 of 3.2.0 (their column "undefined" is null here), which
 * follow RFC 6570, section 3.2. An array or object without members is undefined there (section 2.3) and not sent, and so is an
 * undefined member. What is no part of a path is refused, since it would change it.
 */
const values = {
  primitive: "blue",
  "empty string": "",
  array: ["blue", "black", "brown"],
  "empty array": [],
  object: { R: 100, G: 200, B: 150 },
  "empty object": {},
  null: null,
  "undefined member": { R: 100, G: undefined },
  "undefined item": ["blue", undefined],
  reserved: "a/b?c&d=é%2F",
} as const;
type Kind = keyof typeof values;

/** The parameter is refused. */
const REFUSED = Symbol("refused");
/** Nothing is sent for it. */
const NONE = Symbol("none");

interface Row {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly says: Readonly<Record<string, unknown>>;
  /** In the order of `values`. */
  readonly cells: readonly (string | typeof REFUSED | typeof NONE)[];
}

const row = (place: Row["in"], style: string, explode: boolean, ...cells: Row["cells"]): Row => ({
  in: place,
  says: { style, explode },
  cells,
});
const content = (place: Row["in"], mediaType: string, ...cells: Row["cells"]): Row => ({
  in: place,
  says: { content: { [mediaType]: {} } },
  cells,
});
const reserving = ({ says, cells, ...rest }: Row, reserved: string): Row => ({
  ...rest,
  says: { ...says, allowReserved: true },
  cells: cells.with(-1, reserved),
});

// prettier-ignore
const plain: readonly Row[] = [
  row("path", "simple", false, "blue", REFUSED, "blue,black,brown", REFUSED, "R,100,G,200,B,150", REFUSED, REFUSED, "R,100", "blue", "a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("path", "simple", true, "blue", REFUSED, "blue,black,brown", REFUSED, "R=100,G=200,B=150", REFUSED, REFUSED, "R=100", "blue", "a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("path", "label", false, ".blue", REFUSED, ".blue,black,brown", REFUSED, ".R,100,G,200,B,150", REFUSED, REFUSED, ".R,100", ".blue", ".a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("path", "label", true, ".blue", REFUSED, ".blue.black.brown", REFUSED, ".R=100.G=200.B=150", REFUSED, REFUSED, ".R=100", ".blue", ".a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("path", "matrix", false, ";color=blue", ";color", ";color=blue,black,brown", REFUSED, ";color=R,100,G,200,B,150", REFUSED, ";color", ";color=R,100", ";color=blue", ";color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("path", "matrix", true, ";color=blue", ";color", ";color=blue;color=black;color=brown", REFUSED, ";R=100;G=200;B=150", REFUSED, ";color", ";R=100", ";color=blue", ";color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("query", "form", false, "color=blue", "color=", "color=blue,black,brown", NONE, "color=R,100,G,200,B,150", NONE, "color=", "color=R,100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("query", "form", true, "color=blue", "color=", "color=blue&color=black&color=brown", NONE, "R=100&G=200&B=150", NONE, "color=", "R=100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  // Of these three the tables have arrays and objects alone (deepObject: objects); the rest is what `form` is, and deepObject's arrays are as Stripe reads them.
  row("query", "spaceDelimited", false, "color=blue", "color=", "color=blue%20black%20brown", NONE, "color=R%20100%20G%20200%20B%20150", NONE, "color=", "color=R%20100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("query", "spaceDelimited", true, "color=blue", "color=", "color=blue&color=black&color=brown", NONE, "R=100&G=200&B=150", NONE, "color=", "R=100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("query", "pipeDelimited", false, "color=blue", "color=", "color=blue%7Cblack%7Cbrown", NONE, "color=R%7C100%7CG%7C200%7CB%7C150", NONE, "color=", "color=R%7C100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("query", "pipeDelimited", true, "color=blue", "color=", "color=blue&color=black&color=brown", NONE, "R=100&G=200&B=150", NONE, "color=", "R=100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("query", "deepObject", true, "color=blue", "color=", "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown", NONE, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", NONE, "color=", "color%5BR%5D=100", "color%5B0%5D=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
];
// prettier-ignore
const others: readonly Row[] = [
  // Headers are not percent-encoded (3.2.0, appendix D).
  row("header", "simple", false, "blue", "", "blue,black,brown", NONE, "R,100,G,200,B,150", NONE, "", "R,100", "blue", "a/b?c&d=é%2F"),
  row("header", "simple", true, "blue", "", "blue,black,brown", NONE, "R=100,G=200,B=150", NONE, "", "R=100", "blue", "a/b?c&d=é%2F"),
  // Exploded, `form` would part cookies by `&`, which no server reads: they are parted as cookies are (RFC 6265, section 4.2.1).
  row("cookie", "form", false, "color=blue", "color=", "color=blue,black,brown", NONE, "color=R,100,G,200,B,150", NONE, "color=", "color=R,100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("cookie", "form", true, "color=blue", "color=", "color=blue; color=black; color=brown", NONE, "R=100; G=200; B=150", NONE, "color=", "R=100", "color=blue", "color=a%2Fb%3Fc%26d%3D%C3%A9%252F"),
  row("cookie", "cookie", false, "color=blue", "color=", "color=blue,black,brown", NONE, "color=R,100,G,200,B,150", NONE, "color=", "color=R,100", "color=blue", REFUSED),
  row("cookie", "cookie", true, "color=blue", "color=", "color=blue; color=black; color=brown", NONE, "R=100; G=200; B=150", NONE, "color=", "R=100", "color=blue", REFUSED),
  content("path", "application/json", "%22blue%22", "%22%22", "%5B%22blue%22%2C%22black%22%2C%22brown%22%5D", "%5B%5D", "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D", "%7B%7D", "null", "%7B%22R%22%3A100%7D", "%5B%22blue%22%2Cnull%5D", "%22a%2Fb%3Fc%26d%3D%C3%A9%252F%22"),
  content("query", "application/json", "color=%22blue%22", "color=%22%22", "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D", "color=%5B%5D", "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D", "color=%7B%7D", "color=null", "color=%7B%22R%22%3A100%7D", "color=%5B%22blue%22%2Cnull%5D", "color=%22a%2Fb%3Fc%26d%3D%C3%A9%252F%22"),
  content("header", "application/json", '"blue"', '""', '["blue","black","brown"]', "[]", '{"R":100,"G":200,"B":150}', "{}", "null", '{"R":100}', '["blue",null]', '"a/b?c&d=\\u00e9%2F"'),
  content("cookie", "application/json", "color=%22blue%22", "color=%22%22", "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D", "color=%5B%5D", "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D", "color=%7B%7D", "color=null", "color=%7B%22R%22%3A100%7D", "color=%5B%22blue%22%2Cnull%5D", "color=%22a%2Fb%3Fc%26d%3D%C3%A9%252F%22"),
];
/** Kept are the reserved characters and triplets (RFC 6570, section 3.2.3), but for those that would end the value or change the path. */
const keeping: readonly Row[] = plain.map((it) => {
  const kept = it.in === "path" ? "a%2Fb%3Fc&d=%C3%A9%252F" : "a/b?c%26d=%C3%A9%2F";
  return reserving(it, String(it.cells.at(-1)).replace(/a%2F.*/, kept));
});
/** What is no JSON is a text. */
const texts = (["path", "query", "header", "cookie"] as const).map((place) => {
  const name = place === "query" || place === "cookie" ? "color=" : "";
  const escaped = place === "header" ? "a/b?c&d=é%2F" : "a%2Fb%3Fc%26d%3D%C3%A9%252F";
  return { in: place, says: { content: { "text/plain": {} } }, cells: [`${name}blue`, `${name}${escaped}`] };
});
const rows = [...plain, ...others, ...keeping];

const SCHEMAS: Readonly<Record<string, object>> = {
  any: {},
  text: { type: "string" },
  list: { type: "array", items: { type: "string" } },
  object: { type: "object", additionalProperties: true },
};
/** The types that a description would give to such a value. */
const typesOf = (value: unknown): readonly string[] =>
  value === null ? ["any"] : ["any", typeof value === "string" ? "text" : Array.isArray(value) ? "list" : "object"];

const idOf = (place: string, says: object, type: string): string =>
  `${place}${JSON.stringify(says)}${type}`.replace(/\W/g, "").toLowerCase();

function pathOf({ in: place, says }: Pick<Row, "in" | "says">, type: string): readonly [string, object] {
  const operationId = idOf(place, says, type);
  const schema = SCHEMAS[type];
  const told =
    "content" in says ? { content: mapped(says["content"] as object, () => ({ schema })) } : { ...says, schema };
  const parameters = [{ name: "color", in: place, required: place === "path", ...told }];
  const path = place === "path" ? `/${operationId}/{color}/end` : `/${operationId}`;
  return [path, { get: { operationId, parameters, responses: { 204: { description: "" } } } }];
}

const mapped = (record: object, to: () => unknown): object =>
  Object.fromEntries(Object.keys(record).map((key) => [key, to()]));

interface Sdk {
  readonly createClient: (options: object) => object;
  readonly operations: Readonly<Record<string, (client: object, input: object) => Promise<unknown>>>;
}
let sdk: Sdk;
const removals: (() => void)[] = [];
beforeAll(async () => {
  const paths = [
    ...rows.flatMap((it) => Object.keys(SCHEMAS).map((type) => pathOf(it, type))),
    ...texts.map((it) => pathOf(it, "text")),
  ];
  const description = {
    openapi: "3.2.0",
    info: { title: "Styles", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(paths),
  };
  const { files } = await generateSdk({ "styles.json": JSON.stringify(description) });
  const entry = `export * as operations from "./sdk/index.ts"; export { createClient } from "./sdk/index.ts";`;
  sdk = await imported<Sdk>(await bundle(files, { entry }), (it) => removals.push(it));
});
afterAll(() => removals.forEach((it) => it()));

/** What stands on the wire for the parameter. */
async function written({ in: place, says }: Pick<Row, "in" | "says">, type: string, color: unknown): Promise<unknown> {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    return new Response(null, { status: 204 });
  };
  const call = sdk.operations[idOf(place, says, type)] ?? expect.fail("no such operation");
  try {
    await call(sdk.createClient({ fetch }), { [place]: { color } });
  } catch (error) {
    return (error as Error).name === "InputError" ? REFUSED : error;
  }
  const { url = "", headers = new Headers() } = requests[0] ?? {};
  if (place === "path") return /\/([^/]*)\/end$/.exec(url)?.[1];
  if (place === "query") return /\?(.*)$/.exec(url)?.[1] ?? NONE;
  return headers.get(place === "header" ? "color" : "cookie") ?? NONE;
}

describe.each(rows.map((it) => [it.in, JSON.stringify(it.says), it] as const))("%s %s", (_, _says, it) => {
  test.each(Object.keys(values).map((kind, i) => [kind as Kind, it.cells[i]] as const))("%s", async (kind, cell) => {
    for (const type of typesOf(values[kind]))
      expect([type, await written(it, type, values[kind])]).toEqual([type, cell]);
  });
});

test.each(texts)("$in as text/plain", async (it) => {
  expect([await written(it, "text", values.primitive), await written(it, "text", values.reserved)]).toEqual(it.cells);
});

test.each(rows.filter((it) => it.in !== "path"))("$in $says is not sent for undefined", async (it) => {
  expect(await written(it, "any", undefined)).toBe(NONE);
});
