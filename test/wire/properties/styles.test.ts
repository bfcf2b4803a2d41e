import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, imported } from "../../support/bundle.js";
import { generateSdk } from "../../support/sdk.js";
import { runs } from "./runs.js";
import { descriptionOf, idOf, NAME, styleCases, type StyleCase } from "./styles.js";

interface Sdk {
  readonly createClient: (options: object) => object;
  readonly operations: Readonly<Record<string, (client: object, input: object) => Promise<unknown>>>;
}

let sdk: Sdk;
const removals: (() => void)[] = [];
beforeAll(async () => {
  const { files } = await generateSdk({ "styles.json": JSON.stringify(descriptionOf(styleCases)) });
  const entry = `export * as operations from "./sdk/index.ts"; export { createClient } from "./sdk/index.ts";`;
  sdk = await imported<Sdk>(await bundle(files, { entry }), (it) => removals.push(it));
});
afterAll(() => removals.forEach((it) => it()));

/** The request that a call sends. */
async function sent(it: StyleCase, value: unknown): Promise<Request> {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    return new Response(null, { status: 204 });
  };
  const id = idOf(it);
  const call = sdk.operations[id.charAt(0).toLowerCase() + id.slice(1)];
  await call?.(sdk.createClient({ fetch }), { [it.in]: { [NAME]: value } });
  return requests[0] ?? expect.fail("nothing was sent");
}

/** What stands on the wire for the parameter. */
function textOf({ in: place }: StyleCase, { url, headers }: Request): string {
  const { pathname, search } = new URL(url);
  if (place === "path") return pathname.split("/")[2] ?? "";
  if (place === "query") return search.slice(1);
  return headers.get(place === "header" ? NAME : "cookie") ?? "";
}

describe("what a style writes is read back", () => {
  test.each(styleCases.map((it) => [idOf(it), it] as const))("%s", async (_, it) => {
    await fc.assert(
      fc.asyncProperty(valuesOf(it), async (value) => {
        if (isRefused(it, value)) return void (await expect(sent(it, value)).rejects.toThrow(/path parameter/));
        const request = await sent(it, value);
        if (it.in === "path") expect(new URL(request.url).pathname.split("/").length).toBe(4);
        expect(it.decode(textOf(it, request))).toEqual(it.says["content"] ? plain(value) : entriesOf(value));
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

function valuesOf({ kind, in: place, says, not }: StyleCase): fc.Arbitrary<unknown> {
  const text = textsWithout(not);
  // What is empty cannot be told from what is not there, in a list of one and as a name.
  const key = text.filter((it) => it !== "");
  const many = place === "path" ? { minLength: 1 } : {};
  if (kind === "string") return text;
  if (kind === "array") return fc.array(says["style"] === "form" && says["explode"] === true ? text : key, many);
  if (kind === "object") return fc.dictionary(key, key, place === "path" ? { minKeys: 1 } : {});
  const { deep } = fc.letrec<{ deep: unknown; leaf: string }>((tie) => ({
    leaf: text,
    deep: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("leaf"),
      fc.array(tie("deep"), { minLength: 1, maxLength: 4 }),
      fc.dictionary(key, tie("deep"), { minKeys: 1, maxKeys: 4 }),
    ),
  }));
  return fc.dictionary(key, deep, { minKeys: 1, maxKeys: 4 });
}

/** All of Unicode, and more often the characters that mean something on the way. */
function textsWithout(not: RegExp | undefined): fc.Arbitrary<string> {
  const special = fc.constantFrom(..."%/?#[]@!$&'()*+,;=:.| \"\\\t\r\n\0{}<>^`~-_é€😀", "..", "%2F", "%2e");
  const text = fc
    .array(fc.oneof(special, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 6 })
    .map((it) => it.join(""));
  return not === undefined ? text : text.map((it) => it.replaceAll(new RegExp(not.source, "gu"), ""));
}

/** A segment that is empty, or that URL parsers would take for a step, is not sent. */
function isRefused({ in: place, says, kind }: StyleCase, value: unknown): boolean {
  if (place !== "path" || says["style"] === "matrix" || (kind !== "string" && kind !== "array")) return false;
  return ["", ".", ".."].includes((says["style"] === "label" ? "." : "") + String(value));
}

/** Objects as lists of entries; an array at depth has its indexes for keys. */
function entriesOf(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) && depth === 0) return value;
  return Object.entries(value).map(([key, it]) => [key, entriesOf(it, depth + 1)]);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
