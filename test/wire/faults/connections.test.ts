import { describe, expect, test, vi } from "vitest";
import { tempFolder } from "../../support/temp-folder.js";
import { runNode } from "../../support/built.js";
import { answer, ending, headOf, rawServer, type Script, writing } from "./raw-server.js";
import { faultsCode, outcome, SECRET, useSdk } from "./sdk.js";

const sdk = useSdk();
const good = answer('{"good":true}');

describe("connections that are kept alive", () => {
  test("serve one call after another", async () => {
    const server = await rawServer(writing(good));
    for (let i = 0; i < 3; i++) expect(await outcome(sdk(), sdk().getJson, server.url)).toEqual({ good: true });
    expect(server.heads).toHaveLength(3);
    expect(server.open.size).toBeLessThan(3);
  });

  test("may be closed between two calls", async () => {
    const closing: Script = (socket) => {
      socket.write(good);
      setTimeout(() => socket.destroy(), 20);
    };
    const server = await rawServer(closing);
    for (let i = 0; i < 3; i++) {
      expect(await outcome(sdk(), sdk().postJson, server.url, {}, { body: {} })).toEqual({ good: true });
      await vi.waitFor(() => expect(server.open.size).toBe(0));
    }
    expect(server.heads).toHaveLength(3);
  });

  /** A length that is too short must not let the rest be taken for the answer of the next call. */
  test("do not carry one answer's end into the next call", async () => {
    const smuggling = `${headOf({ "Content-Type": "application/json", "Content-Length": 7 })}{"a":1}${answer('{"evil":true}')}`;
    const server = await rawServer(writing(smuggling), writing(good));
    expect(await outcome(sdk(), sdk().getJson, server.url)).toEqual({ a: 1 });
    expect(await outcome(sdk(), sdk().getJson, server.url)).toEqual({ good: true });
  });

  test("are not used again after a body that was cut short by its reader", async () => {
    const server = await rawServer(writing(headOf({ "Content-Length": 100 }) + "x"), writing(good));
    expect(await outcome(sdk(), sdk().getJson, server.url, { timeoutMs: 100 })).toBe("TimeoutError");
    expect(await outcome(sdk(), sdk().getJson, server.url)).toEqual({ good: true });
  });
});

describe("an upload that the server does not want", () => {
  const body = { text: "x".repeat(4 << 20) };

  test("ends with the answer that the server gives at once", async () => {
    const server = await rawServer(
      writing(answer('{"error":"too large"}', "application/json", "413 Content Too Large")),
    );
    expect(await outcome(sdk(), sdk().postJson, server.url, {}, { body })).toBe("ApiError");
  });

  test("ends when the connection is reset", async () => {
    const server = await rawServer((socket) => void socket.resetAndDestroy());
    expect(await outcome(sdk(), sdk().postJson, server.url, {}, { body })).toBe("ConnectionError");
  });

  test("ends in time when nobody reads it", async () => {
    const server = await rawServer((socket) => void socket.pause());
    expect(await outcome(sdk(), sdk().postJson, server.url, { timeoutMs: 200 }, { body })).toBe("TimeoutError");
  });
});

describe("a redirect to another origin", () => {
  test.each(["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"])(
    "of %s does not take the credential along",
    async (status) => {
      const other = await rawServer(ending(good));
      const first = await rawServer(ending(headOf({ Location: `${other.url}/json`, "Content-Length": 0 }, status)));
      expect(await outcome(sdk(), sdk().getJson, first.url)).toEqual({ good: true });
      expect(first.heads.join()).toContain(SECRET);
      expect(other.heads).toHaveLength(1);
      expect(other.heads.join()).not.toContain(SECRET);
    },
  );
});

/** A process lives as long as a timer or an open request keeps it; the default time-out is a minute. */
test("a program ends by itself after calls that failed", async () => {
  const urls = await Promise.all(
    [() => {}, writing(headOf({ "Content-Length": 9 }) + "x"), ending("SSH-2.0\r\n"), writing(good)].map(
      async (it: Script) => (await rawServer(it)).url,
    ),
  );
  const folder = tempFolder({ "sdk.mjs": await faultsCode(), "main.mjs": program });
  const start = performance.now();
  const { stdout, code } = await runNode(["main.mjs", ...urls], folder);
  expect({ stdout, code }).toEqual({ stdout: "AbortError,AbortError,ConnectionError,ok", code: 0 });
  expect(performance.now() - start).toBeLessThan(15_000);
});

const program = `
  import { createClient, getJson } from "./sdk.mjs";
  const outcomes = await Promise.all(process.argv.slice(2).map((baseUrl) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const client = createClient({ baseUrl, auth: { bearer: "x" }, maxRetries: 0 });
    return getJson(client, undefined, { signal: controller.signal }).then(() => "ok", (error) => error.name);
  }));
  process.stdout.write(outcomes.join());
`;
