import { Buffer } from "node:buffer";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, imported } from "../../support/bundle.js";
import { generateSdk } from "../../support/sdk.js";
import { deepObject } from "./decode.js";
import { runs } from "./runs.js";

const any = { type: "object", additionalProperties: true };
const texts = { type: "object", additionalProperties: { type: "string" } };
const nested = { type: "object", properties: { deep: any }, required: ["deep"] };
const contents: Readonly<Record<string, object>> = {
  json: { "application/json": { schema: {} } },
  problem: { "application/problem+json; charset=utf-8": { schema: any } },
  form: { "application/x-www-form-urlencoded": { schema: texts } },
  deepForm: {
    "application/x-www-form-urlencoded": { schema: nested, encoding: { deep: { style: "deepObject", explode: true } } },
  },
  multipart: { "multipart/form-data": { schema: any } },
  text: { "text/plain": { schema: { type: "string" } } },
  bytes: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
};
const description = {
  openapi: "3.1.0",
  info: { title: "Bodies", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [
      `/${name}`,
      {
        post: {
          operationId: name,
          requestBody: { required: true, content },
          responses: { 200: { description: "", content } },
        },
      },
    ]),
  ),
};

interface Sdk {
  readonly createClient: (options: object) => object;
  readonly operations: Readonly<Record<string, (client: object, input: object) => Promise<unknown>>>;
}

let sdk: Sdk;
const removals: (() => void)[] = [];
beforeAll(async () => {
  const { files } = await generateSdk({ "bodies.json": JSON.stringify(description) });
  const entry = `export * as operations from "./sdk/index.ts"; export { createClient } from "./sdk/index.ts";`;
  sdk = await imported<Sdk>(await bundle(files, { entry }), (it) => removals.push(it));
});
afterAll(() => removals.forEach((it) => it()));

/** What a body is on the wire, and what the SDK makes of it when it comes back as an answer. */
async function echoed(
  operation: string,
  body: unknown,
): Promise<{ readonly request: Response; readonly data: unknown }> {
  const sent: Response[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const bytes = await request.arrayBuffer();
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    sent.push(new Response(bytes, { headers }));
    return new Response(bytes, { headers });
  };
  const data = await sdk.operations[operation]?.(sdk.createClient({ fetch }), { body });
  return { request: sent[0] ?? expect.fail("nothing was sent"), data };
}

const unicode = fc.string({ unit: "binary" });
const name = unicode.filter((it) => it !== "");
const hold = <T>(values: fc.Arbitrary<T>, property: (value: T) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(values, property), { ...runs, numRuns: 100 });

describe("what a body says is read back", () => {
  test.each([
    ["json", fc.jsonValue()],
    ["problem", fc.dictionary(unicode, fc.jsonValue())],
  ])("%s", async (operation, values) => {
    await hold<unknown>(values, async (value) => {
      const { request, data } = await echoed(operation, value);
      const plain: unknown = JSON.parse(JSON.stringify(value)); // JSON has no -0.
      expect(await request.json()).toEqual(plain);
      expect(data).toEqual(plain);
    });
  });

  test("form", async () => {
    await hold(
      fc.dictionary(unicode, fc.oneof(unicode, fc.array(unicode, { minLength: 2 })), { minKeys: 1 }),
      async (value) => {
        const pairs = Object.entries(value).flatMap(([key, it]) => [it].flat().map((text) => [key, text]));
        const { request } = await echoed("form", value);
        expect([...new URLSearchParams(await request.text())]).toEqual(pairs);
      },
    );
  });

  test("a form with objects and arrays at any depth", async () => {
    const key = name.filter((it) => !/[[\]]/.test(it));
    const { deep } = fc.letrec<{ deep: unknown }>((tie) => ({
      deep: fc.oneof(
        { depthSize: "small" },
        unicode,
        fc.array(tie("deep"), { minLength: 1, maxLength: 4 }),
        fc.dictionary(key, tie("deep"), { minKeys: 1 }),
      ),
    }));
    await hold(fc.dictionary(key, deep, { minKeys: 1 }), async (value) => {
      const { request } = await echoed("deepForm", { deep: value });
      expect(deepObject(await request.text())).toEqual(entriesOf(value));
    });
  });

  test("multipart", async () => {
    const file = fc
      .record({ name, bytes: fc.uint8Array() })
      .map((it) => new File([it.bytes as Uint8Array<ArrayBuffer>], it.name, { type: "image/png" }));
    await hold(
      fc.dictionary(name, fc.oneof(unicode, file, fc.array(file, { minLength: 2, maxLength: 3 }))),
      async (value) => {
        const wanted = Object.entries(value).flatMap(([key, it]) => [it].flat().map((part) => [key, part] as const));
        const { request } = await echoed("multipart", value);
        expect(await partsOf([...(wanted.length === 0 ? [] : await request.formData())])).toEqual(
          await partsOf(wanted),
        );
      },
    );
  });

  test("text", async () => {
    await hold(unicode, async (value) => {
      const { request, data } = await echoed("text", value);
      expect(Buffer.from(await request.arrayBuffer())).toEqual(Buffer.from(value));
      // A mark at the start says in which order the bytes come; it is no part of the text (WHATWG Encoding, section 6).
      expect(data).toBe(value.replace(/^\ufeff/, ""));
    });
  });

  test("bytes", async () => {
    await hold(fc.uint8Array({ minLength: 1 }), async (value) => {
      const { request, data } = await echoed("bytes", value);
      expect(new Uint8Array(await request.arrayBuffer())).toEqual(value);
      expect(new Uint8Array(await (data as Blob).arrayBuffer())).toEqual(value);
    });
  });
});

const entriesOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? Object.entries(value).map(([key, it]) => [key, entriesOf(it)]) : value;

const partsOf = (parts: readonly (readonly [string, FormDataEntryValue])[]): Promise<readonly unknown[]> =>
  Promise.all(
    parts.map(async ([key, it]) =>
      typeof it === "string" ? [key, it] : [key, it.type, Buffer.from(await it.arrayBuffer()).toString("hex")],
    ),
  );
