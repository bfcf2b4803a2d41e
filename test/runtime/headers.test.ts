import { describe, expect, test } from "vitest";
import { encodeJson } from "../../templates/runtime/json.js";
import { headerParams } from "../../templates/runtime/params/header.js";
import { simple, simpleExplode } from "../../templates/runtime/styles/simple.js";
import { failureOf, invoke } from "./support/operation.js";
import { json, serve } from "./support/server.js";

const spec = {
  method: "POST",
  accept: "application/json",
  body: { contentType: "application/json", encode: encodeJson },
};

test("the call's headers win over its parameters, those over the client's, and all over those of the description", async () => {
  const server = await serve(json({}));
  const input = { body: {}, header: { "X-A": "input", "X-B": "input", "X-C": "input" } };
  const options = { headers: { "x-a": "call", Accept: "text/csv", "X-Gone": undefined } };
  const client = {
    headers: {
      "X-a": "client",
      "x-b": "client",
      "X-D": "client",
      "content-type": "application/x",
      "X-Gone": undefined,
    },
  };
  await invoke(server.url, spec, input, options, client);
  expect(server.seen[0]?.headers).toMatchObject({
    "x-a": "call",
    "x-b": "input",
    "x-c": "input",
    "x-d": "client",
    accept: "text/csv",
    "content-type": "application/x",
  });
  expect(server.seen[0]?.headers).not.toHaveProperty("x-gone");
});

test("header parameters are written in their style, without percent-encoding", async () => {
  const server = await serve(json({}));
  const header = {
    "X-List": ["a b", "c/d"],
    "X-Object": { R: 100, G: 200 },
    "X-Pairs": { R: 100, G: 200 },
    "X-Empty": "",
    "X-None": [],
    "X-Not": undefined,
  };
  const styles = { "X-List": simple, "X-Object": simple, "X-None": simple, "X-Pairs": simpleExplode };
  await invoke(server.url, { params: [headerParams(styles)] }, { header });
  expect(server.seen[0]?.headers).toMatchObject({
    "x-list": "a b,c/d",
    "x-object": "R,100,G,200",
    "x-pairs": "R=100,G=200",
    "x-empty": "",
  });
  expect(server.seen[0]?.headers).not.toHaveProperty("x-none");
  expect(server.seen[0]?.headers).not.toHaveProperty("x-not");
});

describe("values that no header can carry are refused", () => {
  const refusal = { name: "InputError", message: "GET /try: the header x-a has an illegal character" };

  test.each(["a\r\nx-b: c", "a\n", "\ra", "a\0", "a\u007f", "snow ☃"])("%j", async (value) => {
    const server = await serve(json({}));
    expect(await failureOf(invoke(server.url, {}, { header: { "x-a": value } }))).toMatchObject(refusal);
    expect(await failureOf(invoke(server.url, {}, {}, { headers: { "x-a": value } }))).toMatchObject(refusal);
    expect(await failureOf(invoke(server.url, {}, {}, {}, { headers: { "x-a": value } }))).toMatchObject(refusal);
    expect(await failureOf(invoke(server.url, {}, {}, { idempotencyKey: value }))).toMatchObject({
      name: "InputError",
    });
    expect(
      await failureOf(invoke(server.url, {}, { cookie: { a: "b" } }, { headers: { cookie: value } })),
    ).toMatchObject({ name: "InputError" });
    expect(server.seen).toEqual([]);
  });

  test("and so are names", async () => {
    expect(await failureOf(invoke("http://127.0.0.1:1", {}, {}, { headers: { "x a": "b" } }))).toMatchObject({
      name: "InputError",
    });
  });

  test("Latin-1 is carried", async () => {
    const server = await serve(json({}));
    await invoke(server.url, {}, { header: { "x-a": "é\ttab" } });
    expect(server.seen[0]?.headers["x-a"]).toBe("é\ttab");
  });
});

test("cookie values are escaped, so that none can add a cookie", async () => {
  const server = await serve(json({}));
  await invoke(server.url, {}, { cookie: { a: "x; b=y", c: ["1", "2"], d: undefined } });
  expect(server.seen[0]?.headers.cookie).toBe("a=x%3B%20b%3Dy; c=1; c=2");
});
