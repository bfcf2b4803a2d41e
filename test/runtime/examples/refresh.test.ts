import { expect, test } from "vitest";
import { httpBearer } from "../../../templates/runtime/auth.js";
import type { ClientOptions } from "../../../templates/runtime/client.js";
import { encodeJson } from "../../../templates/runtime/json.js";
import type { Middleware } from "../../../templates/runtime/middleware.js";
import { failureOf, invoke } from "../support/operation.js";
import { serve, type TestServer } from "../support/server.js";

/** A token that is fetched when it is first needed, and once more by all calls together when the server refuses it. */
function session(login: () => Promise<string>): Required<Pick<ClientOptions, "auth" | "middleware">> {
  let token: Promise<string> | undefined;
  const renewed = (refused: Promise<string> | undefined): Promise<string> => {
    if (token === undefined || token === refused) {
      const asked = login();
      token = asked;
      // The next call shall not meet the failure of this one.
      asked.catch(() => token === asked && (token = undefined));
    }
    return token;
  };
  const refresh: Middleware = async (request, next) => {
    const [sent, spare] = [token, request.clone()];
    const response = await next(request);
    if (response.status !== 401) return response;
    await response.body?.cancel();
    spare.headers.set("authorization", `Bearer ${await renewed(sent)}`);
    return next(spare);
  };
  return { auth: { bearer: () => token ?? renewed(undefined) }, middleware: [refresh] };
}

/** Takes the second token and those after it. */
async function expiring(): Promise<TestServer> {
  return serve((seen, response) => {
    const status = seen.headers.authorization === "Bearer t1" ? 401 : 200;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(seen.body));
  });
}

const scheme = { schemes: { bearer: httpBearer }, security: [["bearer"]] };

test("calls at the same time renew a token once, and send their bodies again", async () => {
  const server = await expiring();
  let logins = 0;
  const client = { ...scheme, ...session(async () => `t${++logins}`) };
  const put = (body: number): Promise<unknown> =>
    invoke(
      server.url,
      { method: "PUT", body: { contentType: "application/json", encode: encodeJson } },
      { body },
      {},
      client,
    );
  expect(await Promise.all([put(1), put(2), put(3)])).toEqual(["1", "2", "3"]);
  expect(logins).toBe(2);
  expect(server.seen).toHaveLength(6);
});

test("a login that fails is the error of the call", async () => {
  const server = await expiring();
  const failure = new Error("wrong password");
  const client = { ...scheme, ...session(() => Promise.reject(failure)) };
  expect(await failureOf(invoke(server.url, {}, {}, {}, client))).toBe(failure);
  expect(server.seen).toEqual([]);
});
