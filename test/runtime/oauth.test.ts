import { inspect } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { httpBearer } from "../../templates/runtime/auth.js";
import { apiKeyHeader } from "../../templates/runtime/api-key.js";
import { type ClientOptions, createClient, type Client } from "../../templates/runtime/client.js";
import { call } from "../../templates/runtime/call.js";
import { clientCredentials } from "../../templates/runtime/oauth.js";
import type { OperationSpec } from "../../templates/runtime/operation.js";
import { encodeJson } from "../../templates/runtime/json.js";
import type { ClientCredentials } from "../../templates/runtime/token.js";
import { guardHeaders } from "../../templates/runtime/redirect.js";
import { failureOf, operation } from "./support/operation.js";
import { type Answer, json, serve, type TestServer } from "./support/server.js";

beforeEach(() => {
  const random = vi.spyOn(Math, "random").mockReturnValue(0);
  return () => random.mockRestore();
});

const secret = "s3cr:t&ü";

/** The n-th token that is asked for is `t<n>`. */
async function tokenServer(fields: object = { expires_in: 3600 }, delayMs = 0): Promise<TestServer> {
  const server: TestServer = await serve((_, response) => {
    const token = { access_token: `t${server.seen.length}`, token_type: "Bearer", ...fields };
    setTimeout(() => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(token));
    }, delayMs);
  });
  return server;
}

function clientOf(
  api: TestServer,
  tokenUrl: string,
  more: Partial<ClientCredentials> = {},
  options: ClientOptions = {},
): Client {
  return createClient(
    {
      servers: [{ url: api.url }],
      schemes: {
        oauth: httpBearer,
        key: apiKeyHeader("X-Key"),
      },
      security: [["oauth"]],
      tokens: { oauth: { url: tokenUrl, scopes: ["read"] } },
    },
    { auth: { oauth: clientCredentials({ clientId: "id:1", clientSecret: secret, ...more }) }, ...options },
  );
}

const get = (client: Client, spec: Partial<OperationSpec> = {}): Promise<unknown> => call(client, operation(spec));
const bearers = (server: TestServer): readonly unknown[] => server.seen.map((it) => it.headers.authorization);

describe("a token", () => {
  test("is asked for by RFC 6749, and sent", async () => {
    const [api, auth] = [await serve(json("here")), await tokenServer()];
    expect(await get(clientOf(api, `${auth.url}/token`))).toBe("here");
    expect(bearers(api)).toEqual(["Bearer t1"]);
    expect(auth.seen[0]).toMatchObject({
      method: "POST",
      url: "/token",
      body: "grant_type=client_credentials&scope=read",
      headers: {
        accept: "application/json",
        "content-type": expect.stringMatching(/^application\/x-www-form-urlencoded/),
        authorization: `Basic ${Buffer.from("id%3A1:s3cr%3At%26%C3%BC").toString("base64")}`,
      },
    });
  });

  test("may be asked for by secrets in the body, and with what the server wants to know besides", async () => {
    const [api, auth] = [await serve(json({})), await tokenServer()];
    await get(clientOf(api, auth.url, { authentication: "body", params: { audience: "https://api" } }));
    expect(auth.seen[0]?.headers).not.toHaveProperty("authorization");
    expect(Object.fromEntries(new URLSearchParams(auth.seen[0]?.body))).toEqual({
      grant_type: "client_credentials",
      audience: "https://api",
      scope: "read",
      client_id: "id:1",
      client_secret: secret,
    });
  });

  test("is for the scopes of the operation, else of the API, unless the credential names some", async () => {
    const [api, auth] = [await serve(json({})), await tokenServer()];
    const client = clientOf(api, auth.url);
    await get(client);
    await get(client, { security: [["oauth"]], scopes: { oauth: ["read", "write"] } });
    await get(client);
    expect(bearers(api)).toEqual(["Bearer t1", "Bearer t2", "Bearer t1"]);
    await get(clientOf(api, auth.url, { scopes: [] }));
    expect(auth.seen.map((it) => new URLSearchParams(it.body).get("scope"))).toEqual(["read", "read write", null]);
  });

  test("comes from a URL that may be relative to the API, or be given", async () => {
    const both: TestServer = await serve((seen, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(seen.url === "/oauth/token" ? { access_token: "t" } : "here"));
    });
    expect(await get(clientOf(both, "/oauth/token"))).toBe("here");
    const given = await tokenServer();
    await get(clientOf(both, "/oauth/token", { tokenUrl: given.url }));
    expect(given.seen).toHaveLength(1);
    expect(await failureOf(get(clientOf(both, "")))).toMatchObject({
      name: "InputError",
      message: "GET /try: no tokenUrl is known, give one",
    });
  });
});

describe("it is kept", () => {
  test("for all calls of one credential", async () => {
    const [api, auth] = [await serve(json({})), await tokenServer()];
    const client = clientOf(api, auth.url);
    for (let n = 0; n < 3; n++) await get(client);
    expect([api.seen.length, auth.seen.length]).toEqual([3, 1]);
  });

  test("and asked for once by calls at the same time", async () => {
    const [api, auth] = [await serve(json({})), await tokenServer({}, 50)];
    const client = clientOf(api, auth.url);
    await Promise.all([get(client), get(client), get(client)]);
    expect(auth.seen).toHaveLength(1);
    expect(bearers(api)).toEqual(["Bearer t1", "Bearer t1", "Bearer t1"]);
  });

  test.each([
    [3600, 3_500_000, 1],
    [3600, 3_571_000, 2],
    [10, 8_500, 1],
    [10, 9_500, 2],
    [0, 0, 2],
    ["3600", 3_571_000, 2],
    [undefined, 1e12, 1],
  ])("of %s s of life, after %d ms, %d were asked for", async (expires_in, ms, asked) => {
    const [api, auth] = [await serve(json({})), await tokenServer({ expires_in })];
    const client = clientOf(api, auth.url);
    await get(client);
    const now = Date.now();
    const clock = vi.spyOn(Date, "now").mockReturnValue(now + ms);
    await get(client).finally(() => clock.mockRestore());
    expect(auth.seen).toHaveLength(asked);
  });

  test("and renewed once by calls at the same time", async () => {
    const [api, auth] = [await serve(json({})), await tokenServer({ expires_in: 10 }, 50)];
    const client = clientOf(api, auth.url);
    await get(client);
    const now = Date.now();
    const clock = vi.spyOn(Date, "now").mockReturnValue(now + 9_500);
    await Promise.all([get(client), get(client), get(client)]).finally(() => clock.mockRestore());
    expect(auth.seen).toHaveLength(2);
  });
});

describe("a token that the API refuses", () => {
  /** Takes every token but the first. */
  const choosy = async (): Promise<TestServer> => {
    const api: TestServer = await serve((seen, response) => {
      const status = seen.headers.authorization === "Bearer t1" ? 401 : 200;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(seen.body));
    });
    return api;
  };

  test("is renewed, and the request sent once more, body and all", async () => {
    const [api, auth] = [await choosy(), await tokenServer()];
    const client = clientOf(api, auth.url);
    const body = { mediaType: "application/json", encode: encodeJson };
    expect(await call(client, operation({ method: "POST", body }), { body: { a: 1 } })).toBe('{"a":1}');
    expect(await get(client)).toBe("");
    expect(bearers(api)).toEqual(["Bearer t1", "Bearer t2", "Bearer t2"]);
    expect(auth.seen).toHaveLength(2);
  });

  test("is renewed once by calls at the same time", async () => {
    const [api, auth] = [await choosy(), await tokenServer({}, 30)];
    const client = clientOf(api, auth.url);
    await Promise.all([get(client), get(client), get(client)]);
    expect(auth.seen).toHaveLength(2);
  });

  test("twice is an error", async () => {
    const [api, auth] = [await serve(json({}, 401)), await tokenServer()];
    expect(await failureOf(get(clientOf(api, auth.url)))).toMatchObject({ name: "ApiError", status: 401 });
    expect(bearers(api)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("is not the credential's affair where another header was sent", async () => {
    const [api, auth] = [await serve(json({}, 401)), await tokenServer()];
    const client = clientOf(api, auth.url, {}, {});
    await failureOf(call(client, operation(), {}, { headers: { authorization: "Custom x" } }));
    expect([bearers(api), auth.seen.length]).toEqual([["Custom x"], 1]);
  });

  test("is renewed beside an API key, whose redirects stay guarded", async () => {
    const stranger = await serve(json("there"));
    const api: TestServer = await serve(json({}, 401), { status: 302, headers: { location: stranger.url } });
    const auth = await tokenServer();
    const oauth = clientCredentials({ clientId: "a", clientSecret: secret });
    const schemes = {
      key: apiKeyHeader("X-Key"),
      oauth: httpBearer,
    };
    const tokens = { oauth: { url: auth.url } };
    for (const security of [
      ["key", "oauth"],
      ["oauth", "key"],
    ]) {
      const client = createClient(
        { servers: [{ url: api.url }], schemes, security: [security], tokens },
        { auth: { oauth, key: "k" }, middleware: [guardHeaders("X-Key")] },
      );
      await get(client).catch(() => {});
    }
    expect(bearers(api)).toContain("Bearer t2");
    expect(stranger.seen.length).toBeGreaterThan(0);
    for (const { headers } of stranger.seen) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("x-key");
    }
  });
});

describe("no token", () => {
  test.each<[Answer, string, string]>([
    [json({ error: "invalid_client", error_description: secret }, 401), "SdkError", "answered 401 invalid_client"],
    [json({ error: `bad ${secret}` }, 400), "SdkError", "answered 400"],
    [json({ token: "x" }), "SdkError", "answered 200"],
    [{ body: "<html>" }, "SdkError", "answered 200"],
    [{ status: 307, headers: { location: "/" } }, "SdkError", "answered 307"],
    [{ status: 503 }, "ConnectionError", "answered 503"],
    [(_, response) => void response.destroy(), "ConnectionError", "the connection failed"],
  ])("is an error without a secret", async (answer, name, message) => {
    const [api, auth] = [await serve(json({})), await serve(answer)];
    const error = await failureOf(call(clientOf(api, auth.url), operation(), {}, { maxRetries: 0 }));
    expect(error).toMatchObject({ name, message: expect.stringContaining(message) });
    expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toMatch(/s3cr|czNjc/);
    expect(api.seen).toEqual([]);
  });

  test("is told to each call that waited for it as its own error", async () => {
    const [api, auth] = [await serve(json({})), await serve(json({ error: "invalid_client" }, 401))];
    const client = clientOf(api, auth.url);
    const errors = await Promise.all(["A", "B"].map((id) => failureOf(get(client, { operation: id, path: `/${id}` }))));
    expect(errors).toMatchObject(
      ["A", "B"].map((id) => ({
        name: "SdkError",
        operation: id,
        message: `GET /${id}: no token, the server that gives them answered 401 invalid_client`,
      })),
    );
    expect(auth.seen).toHaveLength(1);
  });

  test("is mended by another attempt where the server was down, and by the next call", async () => {
    const [api, auth] = [await serve(json("here")), await serve({ status: 503 }, json({ access_token: "t" }))];
    expect(await get(clientOf(api, auth.url))).toBe("here");
    const down = await serve(json({}, 400), json({ access_token: "t" }));
    const client = clientOf(api, down.url);
    await failureOf(get(client));
    expect(await get(client)).toBe("here");
  });

  test("in time is a time-out, and leaves the next call its own chance", async () => {
    const [api, auth] = [await serve(json("here")), await serve(() => {}, json({ access_token: "t" }))];
    const client = clientOf(api, auth.url, {}, { timeoutMs: 80 });
    expect(await failureOf(get(client))).toMatchObject({ name: "TimeoutError" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await get(client)).toBe("here");
  });
});

test("a secret is not seen in a client that is printed", async () => {
  const api = await serve(json({}));
  const client = clientOf(api, "https://auth.example.com");
  expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain("s3cr");
});
