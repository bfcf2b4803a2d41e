import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, imported } from "../../support/bundle.js";
import { generateSdk } from "../../support/sdk.js";
import { backendOf, type Check, type Parsed } from "./backend.js";
import type { Listening } from "./listen.js";

const removals: (() => unknown)[] = [];
afterAll(async () => {
  for (const remove of removals) await remove();
});

async function served(definition: object, checks?: Readonly<Record<string, Check>>): Promise<Listening> {
  const backend = await backendOf(definition, checks);
  removals.push(() => backend.close());
  return backend;
}

/** The codes of a colour, from 0 to 255. */
const channel = { type: "integer", minimum: 0, maximum: 255 };
const color = {
  type: "object",
  required: ["r", "g"],
  properties: { r: channel, g: channel },
  additionalProperties: false,
};
const names = { type: "array", items: { type: "string", pattern: "^[a-z]" }, minItems: 2 };
const query = (name: string, rest: object): object => ({ name, in: "query", ...rest });
const operation = (operationId: string, rest: object): object => ({
  operationId,
  responses: { 200: { description: "" } },
  ...rest,
});
const body = (type: string, schema: object): object => ({
  requestBody: { required: true, content: { [type]: { schema } } },
});

const description = {
  openapi: "3.0.3",
  info: { title: "Everything that it validates", version: "1" },
  servers: [{ url: "/" }],
  components: {
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer" },
      basic: { type: "http", scheme: "basic" },
      inHeader: { type: "apiKey", in: "header", name: "X-Key" },
      inQuery: { type: "apiKey", in: "query", name: "a key" },
      inCookie: { type: "apiKey", in: "cookie", name: "key" },
    },
  },
  paths: {
    "/a/{id}/b/{other}": {
      get: operation("placed", {
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[^x]+$" } },
          { name: "other", in: "path", required: true, schema: { type: "integer" } },
          { name: "X-Trace", in: "header", required: true, schema: { type: "string", minLength: 3 } },
          { name: "session", in: "cookie", required: true, schema: { type: "string", maxLength: 12 } },
        ],
      }),
    },
    "/query": {
      get: operation("queried", {
        parameters: [
          query("text", { schema: { type: "string", maxLength: 12 } }),
          query("count", { schema: { type: "integer" } }),
          query("exploded", { schema: names }),
          query("joined", { explode: false, schema: names }),
          query("spaced", { style: "spaceDelimited", explode: false, schema: names }),
          query("piped", { style: "pipeDelimited", explode: false, schema: names }),
          query("deep", { style: "deepObject", explode: true, schema: color }),
          query("json", { content: { "application/json": { schema: color } } }),
        ],
      }),
    },
    "/json": { post: operation("sentAsJson", body("application/json", color)) },
    "/form": {
      put: operation(
        "sentAsForm",
        body("application/x-www-form-urlencoded", {
          type: "object",
          required: ["names"],
          properties: { names, text: { type: "string" } },
        }),
      ),
    },
    ...Object.fromEntries(
      ["bearer", "basic", "inHeader", "inQuery", "inCookie"].map((name) => [
        `/secured/${name}`,
        // openapi-backend allows no parameter in a query that is not described, API keys included.
        {
          get: operation(name, {
            security: [{ [name]: [] }],
            ...(name === "inQuery" && { parameters: [query("a key", { schema: { type: "string" } })] }),
          }),
        },
      ]),
    ),
  },
};

type Call = (client: object, input?: object) => Promise<Parsed>;

interface Sdk {
  readonly createClient: (options: object) => object;
  readonly operations: Readonly<Record<string, Call | undefined>>;
}

const auth = {
  bearer: "a.b-c",
  basic: { username: "jörg", password: "a:b" },
  inHeader: "key 1",
  inQuery: "a&b=c d",
  inCookie: "k1",
};

describe("openapi-backend reads what the SDK sends", () => {
  let sdk: Sdk;
  let url: string;
  beforeAll(async () => {
    const basic = `Basic ${Buffer.from("jörg:a:b").toString("base64")}`;
    url = (
      await served(description, {
        bearer: ({ headers }) => headers["authorization"] === "Bearer a.b-c",
        basic: ({ headers }) => headers["authorization"] === basic,
        inHeader: ({ headers }) => headers["x-key"] === "key 1",
        inQuery: ({ query }) => query["a key"] === "a&b=c d",
        inCookie: ({ cookies }) => cookies["key"] === "k1",
      })
    ).url;
    const { files } = await generateSdk({ "api.json": JSON.stringify(description) });
    const entry = `export * as operations from "./sdk/index.ts"; export { createClient } from "./sdk/index.ts";`;
    sdk = await imported<Sdk>(await bundle(files, { entry }), (it) => removals.push(it));
  });
  const call = (name: string, input: object, options: object = {}): Promise<Parsed> =>
    sdk.operations[name]?.(sdk.createClient({ baseUrl: url, ...options }), input) ?? expect.fail(`no ${name}`);

  test("parameters of path, header and cookie", async () => {
    const read = await call("placed", {
      path: { id: "a/b?c#d %2F é", other: 7 },
      header: { "X-Trace": "one two" },
      cookie: { session: "a; b=c,é" },
    });
    expect(read).toMatchObject({
      params: { id: "a/b?c#d %2F é", other: "7" },
      headers: { "x-trace": "one two" },
      cookies: { session: "a; b=c,é" },
    });
  });

  test.each([
    ["text", "a & b = é"],
    ["exploded", ["a b", "c,d"]],
    ["joined", ["a b", "c"]],
    ["spaced", ["ab", "c"]],
    ["piped", ["a b", "c"]],
    ["json", { r: 1, g: 255 }],
  ])("the query parameter %s", async (name, value) => {
    expect((await call("queried", { query: { [name]: value } })).query).toEqual({ [name]: value });
  });

  test.each([
    ["count", 12, "12"],
    ["deep", { r: 1, g: 255 }, { r: "1", g: "255" }],
  ])("the query parameter %s, whose numbers are text on the wire", async (name, value, read) => {
    expect((await call("queried", { query: { [name]: value } })).query).toEqual({ [name]: read });
  });

  test("bodies", async () => {
    expect((await call("sentAsJson", { body: { r: 1, g: 255 } })).requestBody).toEqual({ r: 1, g: 255 });
    const form = { names: ["a & b", "c+d"], text: "é%41" };
    expect((await call("sentAsForm", { body: form })).requestBody).toEqual(form);
  });

  test.each([
    ["placed", { path: { id: "x", other: 7 }, header: { "X-Trace": "one" }, cookie: { session: "a" } }],
    ["placed", { path: { id: "a", other: "seven" }, header: { "X-Trace": "one" }, cookie: { session: "a" } }],
    ["placed", { path: { id: "a", other: 7 }, header: { "X-Trace": "1" }, cookie: { session: "a" } }],
    ["placed", { path: { id: "a", other: 7 }, header: { "X-Trace": "one" }, cookie: { session: "longer than 12" } }],
    ["placed", { path: { id: "a", other: 7 }, header: { "X-Trace": "one" } }],
    ["queried", { query: { text: "longer than 12" } }],
    ["queried", { query: { count: 1.5 } }],
    ["queried", { query: { exploded: ["a", "B"] } }],
    ["queried", { query: { joined: ["a", "B"] } }],
    ["queried", { query: { spaced: ["a", "B"] } }],
    ["queried", { query: { piped: ["a", "B"] } }],
    ["queried", { query: { deep: { r: 1, g: 256 } } }],
    ["queried", { query: { json: { r: 1 } } }],
    ["sentAsJson", { body: { r: 1, g: 256 } }],
    ["sentAsForm", { body: { names: ["a", "B"] } }],
  ])("and refuses what the description does not allow: %s(%j)", async (name, input) => {
    await expect(call(name, input)).rejects.toMatchObject({ name: "ApiError", status: 400 });
  });

  test.each(Object.entries(auth))("the credential %s, and refuses another", async (name, credential) => {
    const other = typeof credential === "string" ? "wrong" : { ...credential, password: "wrong" };
    await call(name, {}, { auth: { [name]: credential } });
    await expect(call(name, {}, { auth: { [name]: other } })).rejects.toMatchObject({ name: "ApiError", status: 401 });
  });
});
