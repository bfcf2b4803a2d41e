import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { apiKeyCookie, apiKeyHeader, apiKeyQuery } from "../../templates/runtime/api-key.js";
import { httpBasic, httpBearer, httpScheme } from "../../templates/runtime/auth.js";
import { createClient, type ApiSpec, type CallOptions } from "../../templates/runtime/client.js";
import { InputError } from "../../templates/runtime/errors.js";
import { encodeJson } from "../../templates/runtime/json.js";
import type { OperationSpec } from "../../templates/runtime/operation.js";
import { headerParams } from "../../templates/runtime/params/header.js";
import { guardHeaders, guardRedirects } from "../../templates/runtime/redirect.js";
import { failureOf, invoke } from "./support/operation.js";
import { json, serve, type Seen } from "./support/server.js";

const schemes: ApiSpec["schemes"] = {
  basic: httpBasic,
  bearer: httpBearer,
  token: httpScheme("Token"),
  header: apiKeyHeader("X-Key"),
  query: apiKeyQuery("key[]"),
  cookie: apiKeyCookie("sid"),
};

/** What arrives of a call under this security, with these credentials. */
async function seenWith(
  security: OperationSpec["security"] & {},
  auth: object,
  options: CallOptions = {},
  spec: Partial<OperationSpec> = {},
): Promise<Seen | undefined> {
  const server = await serve(json({}));
  await invoke(server.url, spec, {}, options, { schemes, security, auth });
  return server.seen[0];
}

describe("each scheme", () => {
  test("basic", async () => {
    const seen = await seenWith([["basic"]], { basic: { username: "ada", password: "p:ä€" } });
    expect(seen?.headers.authorization).toBe(`Basic ${Buffer.from("ada:p:ä€").toString("base64")}`);
  });
  test("bearer", async () => {
    expect((await seenWith([["bearer"]], { bearer: "t" }))?.headers.authorization).toBe("Bearer t");
  });
  test("another HTTP scheme", async () => {
    expect((await seenWith([["token"]], { token: "t" }))?.headers.authorization).toBe("Token t");
  });
  test("API keys", async () => {
    const seen = await seenWith([["header", "query", "cookie"]], { header: "h", query: "q&", cookie: "s%3Ac==" });
    expect(seen?.headers).toMatchObject({ "x-key": "h", cookie: "sid=s%3Ac==" });
    expect(seen?.url).toBe("/try?key%5B%5D=q%26");
  });
  test("a key in a cookie stands beside cookie parameters", async () => {
    const server = await serve(json({}));
    const client = { schemes, security: [["cookie"]], auth: { cookie: "c" } };
    await invoke(server.url, {}, { cookie: { a: "x y", b: [1, 2] } }, {}, client);
    expect(server.seen[0]?.headers.cookie).toBe("a=x%20y; b=1; b=2; sid=c");
  });
});

describe("credentials", () => {
  test("may be functions, called for each attempt", async () => {
    let calls = 0;
    const server = await serve(json({}, 503, { "retry-after": "0" }), json({}));
    const auth = { bearer: async () => `t${++calls}` };
    await invoke(server.url, {}, {}, {}, { schemes, security: [["bearer"]], auth });
    expect(server.seen.map((it) => it.headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("an error of the function reaches the caller as it is, and nothing is sent", async () => {
    const server = await serve(json({}));
    const refused = new Error("no token");
    const auth = { bearer: () => Promise.reject(refused) };
    expect(await failureOf(invoke(server.url, {}, {}, {}, { schemes, security: [["bearer"]], auth }))).toBe(refused);
    expect(server.seen).toEqual([]);
  });

  test.each([[""], [() => ""]])("an empty one (%j) is none", async (bearer) => {
    const server = await serve(json({}));
    const error = await failureOf(
      invoke(server.url, {}, {}, {}, { schemes, security: [["bearer"]], auth: { bearer } }),
    );
    expect(error).toBeInstanceOf(InputError);
    expect(server.seen).toEqual([]);
  });

  test.each(["secret\n", "sec\rret", "sec\0ret", "secr€t"])(
    "one that no header can carry (%j) is refused without being shown",
    async (bearer) => {
      const error = await failureOf(seenWith([["bearer"]], { bearer }));
      expect(error).toMatchObject({
        name: "InputError",
        message: "GET /try: the header authorization has an illegal character",
      });
      expect(JSON.stringify(error) + String((error as Error).cause)).not.toContain("sec");
    },
  );
});

describe("alternatives", () => {
  const either = [["basic"], ["header", "bearer"], ["query"]] as const;

  test("the first that is complete is used, and nothing of the others", async () => {
    const seen = await seenWith(either, { basic: undefined, header: "h", bearer: "b", query: "q" });
    expect(seen?.headers).toMatchObject({ authorization: "Bearer b", "x-key": "h" });
    expect(seen?.url).toBe("/try");
    expect((await seenWith(either, { header: "h", query: "q" }))?.headers).not.toHaveProperty("x-key");
  });

  test("without any the call fails before it is sent, and says how to give one", async () => {
    const server = await serve(json({}));
    const error = await failureOf(
      invoke(server.url, {}, {}, {}, { schemes, security: either, auth: { bearer: undefined } }),
    );
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toBe("GET /try: no credential, set auth: basic or header and bearer or query");
    expect(server.seen).toEqual([]);
  });

  test("anonymous access is the last resort, wherever it is listed", async () => {
    expect((await seenWith([[], ["bearer"]], {}))?.headers).not.toHaveProperty("authorization");
    expect((await seenWith([[], ["bearer"]], { bearer: "t" }))?.headers.authorization).toBe("Bearer t");
  });

  test("the operation's wins over the API's; an empty one sends nothing", async () => {
    const auth = { bearer: "t", header: "h" };
    expect((await seenWith([["bearer"]], auth, {}, { security: [["header"]] }))?.headers).toMatchObject({
      "x-key": "h",
    });
    const seen = await seenWith([["bearer"]], auth, {}, { security: [] });
    expect(seen?.headers).not.toHaveProperty("authorization");
    expect(seen?.headers).not.toHaveProperty("x-key");
  });

  test("the call's credentials come first", async () => {
    expect(
      (await seenWith([["bearer"]], { bearer: "client" }, { auth: { bearer: "call" } }))?.headers.authorization,
    ).toBe("Bearer call");
    const auth = { basic: { username: "a", password: "b" } };
    expect((await seenWith([["basic"], ["bearer"]], auth, { auth: { bearer: "call" } }))?.headers.authorization).toBe(
      "Bearer call",
    );
    expect(
      (await seenWith([["bearer", "header"]], { header: "h" }, { auth: { bearer: "call" } }))?.headers,
    ).toMatchObject({
      authorization: "Bearer call",
      "x-key": "h",
    });
    expect(
      (await seenWith([["bearer"]], { bearer: "client" }, { auth: { bearer: undefined } }))?.headers.authorization,
    ).toBe("Bearer client");
  });

  test("a header given by hand stands for a credential and wins over one", async () => {
    const headers = { Authorization: "Custom x" };
    expect((await seenWith([["bearer"]], {}, { headers }))?.headers.authorization).toBe("Custom x");
    expect((await seenWith([["bearer"]], { bearer: "t" }, { headers }))?.headers.authorization).toBe("Custom x");
  });
});

describe("redirects", () => {
  const all = {
    schemes,
    security: [["bearer", "header", "cookie"]],
    auth: { bearer: "secret-b", header: "secret-h", cookie: "secret-c" },
    middleware: [guardHeaders("X-Key")],
  };
  const bearer = { schemes, security: [["bearer"]], auth: { bearer: "secret-b" } };

  const alone = (name: string, credential: unknown) => ({ schemes, security: [[name]], auth: { [name]: credential } });

  test.each([
    ["that fetch knows", bearer],
    ["in headers of their own", all],
    ["of basic authentication", alone("basic", { username: "secret-b", password: "secret-p" })],
    ["of another HTTP scheme", alone("token", "secret-b")],
    ["in a cookie", alone("cookie", "secret-b")],
    ["in the query", alone("query", "secret-b")],
    ["given by hand, which fetch knows,", { headers: { authorization: "secret-b", cookie: "secret-c" } }],
    [
      "given by hand, which the description names,",
      { headers: { "x-key": "secret-b" }, middleware: [guardHeaders("X-Key")] },
    ],
  ])("credentials %s never reach another origin", async (_, client) => {
    const other = await serve(json("there"));
    const server = await serve({ status: 302, headers: { location: `${other.url}/x` } });
    expect(await invoke(server.url, {}, {}, { headers: { "X-Trace": "1" } }, client)).toBe("there");
    expect(JSON.stringify(server.seen)).toMatch(/secret-b|c2VjcmV0LWI6/);
    expect(other.seen[0]?.url).toBe("/x");
    expect(JSON.stringify(other.seen)).not.toMatch(/secret|c2VjcmV0/);
  });

  test("secrets among the headers that are given by hand do not either, once they are guarded", async () => {
    const other = await serve(json("there"));
    const server = await serve({ status: 302, headers: { location: `${other.url}/x` } });
    const headers = { "X-Api-Key": "secret-k", Authorization: "secret-a", Cookie: "secret-c", Accept: "a/b" };
    const spec = { params: [headerParams()] };
    const input = { header: { "X-Param": "secret-p" } };
    expect(await invoke(server.url, spec, input, { headers }, { middleware: [guardRedirects] })).toBe("there");
    expect(JSON.stringify(server.seen)).toMatch(/secret-k.*secret-a|secret-a.*secret-k/);
    expect(JSON.stringify(other.seen)).not.toContain("secret");
    expect(other.seen[0]?.headers.accept).toBe("a/b");
    const open = await serve({ status: 302, headers: { location: `${other.url}/x` } });
    await invoke(open.url, spec, input, { headers });
    expect(JSON.stringify(other.seen[1])).toContain("secret-k");
  });

  test("without one of the headers that are guarded, fetch redirects", async () => {
    const asked: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      asked.push(request.redirect);
      return Response.json({});
    };
    const client = { fetch, middleware: [guardHeaders("X-Key", "no\nheader")] };
    await invoke("http://127.0.0.1:1", {}, {}, {}, client);
    await invoke("http://127.0.0.1:1", {}, {}, { headers: { "X-KEY": "k" } }, client);
    expect(asked).toEqual(["follow", "manual"]);
  });

  test("within the origin they are kept", async () => {
    const server = await serve({ status: 301, headers: { location: "/moved?x=1" } }, json("here"));
    expect(await invoke(server.url, {}, {}, {}, all)).toBe("here");
    expect(server.seen[1]).toMatchObject({
      url: "/moved?x=1",
      headers: { authorization: "Bearer secret-b", "x-key": "secret-h", cookie: "sid=secret-c" },
    });
  });

  test.each(["http://user:pass@127.0.0.1:1/", "http://:pass@127.0.0.1:1/", "ftp://a.example/", "http://["])(
    "to %s is not followed, and an error of the SDK",
    async (location) => {
      const server = await serve({ status: 302, headers: { location } });
      expect(await failureOf(invoke(server.url, {}, {}, {}, all))).toMatchObject({ name: "ApiError", status: 302 });
    },
  );

  test("a body goes along with its length, as fetch sends it", async () => {
    const server = await serve({ status: 307, headers: { location: "/moved" } }, json("here"));
    const body = { contentType: "application/json", encode: encodeJson };
    expect(await invoke(server.url, { method: "PUT", body }, { body: { a: 1 } }, {}, all)).toBe("here");
    expect(server.seen[1]).toMatchObject({
      method: "PUT",
      body: '{"a":1}',
      headers: { "content-type": "application/json", "content-length": "7" },
    });
  });

  test("coming back does not bring them back", async () => {
    const home = await serve(
      (_, response) => void response.writeHead(302, { location: `${away.url}/b` }).end(),
      json("home"),
    );
    const away = await serve({ status: 302, headers: { location: `${home.url}/c` } });
    expect(await invoke(home.url, {}, {}, {}, all)).toBe("home");
    expect(JSON.stringify(home.seen[1])).not.toContain("secret");
  });

  const post: Partial<OperationSpec> = { method: "POST", body: { contentType: "text/plain", encode: String } };

  test.each([
    [301, "GET", ""],
    [302, "GET", ""],
    [303, "GET", ""],
    [307, "POST", "text"],
    [308, "POST", "text"],
  ])("%d after a POST is a %s", async (status, method, body) => {
    const server = await serve({ status, headers: { location: "/moved" } }, json("here"));
    expect(await invoke(server.url, post, { body: "text" }, {}, all)).toBe("here");
    expect(server.seen[1]).toMatchObject({ method, body });
    expect(server.seen[1]?.headers["content-type"]).toBe(method === "POST" ? "text/plain" : undefined);
  });

  test("a loop ends", async () => {
    const server = await serve({ status: 302, headers: { location: "/again" } });
    expect(await failureOf(invoke(server.url, {}, {}, {}, all))).toMatchObject({
      name: "SdkError",
      message: "GET /try: too many redirects",
    });
    expect(server.seen).toHaveLength(21);
  });

  test.each(["javascript:alert(1)", "http://", "file:///etc/passwd"])(
    "a location like %j is not followed",
    async (location) => {
      const server = await serve({ status: 302, headers: { location } });
      expect(await failureOf(invoke(server.url, {}, {}, {}, all))).toMatchObject({ name: "ApiError", status: 302 });
    },
  );

  test("where the platform hides the target, the call fails instead", async () => {
    const hidden = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
    const fetch = async (): Promise<Response> => hidden;
    expect(await failureOf(invoke("http://127.0.0.1:1", {}, {}, {}, { ...all, fetch }))).toMatchObject({
      name: "SdkError",
    });
  });
});

test("a client that is logged or serialized does not show its credentials", () => {
  const client = createClient({ servers: [], schemes, security: [] }, { auth: { bearer: "sk_secret" } });
  expect(inspect(client) + JSON.stringify(client)).not.toContain("sk_secret");
});
