import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../../support/bundle.js";
import { generateSdk } from "../../support/sdk.js";
import { chromium, CHROMIUM, hasChromium } from "./browser.js";
import { description } from "./description.js";
import { expected } from "./expected.js";
import { bun, deno, edgeRuntime, freePort, newestNode, type Runtime, thisNode, workerd } from "./runtimes.js";
import { everywhereServer, type EverywhereServer } from "./server.js";

let code: string;
let server: EverywhereServer;
beforeAll(async () => {
  const { files } = await generateSdk({ "everywhere.yaml": description });
  const program = readFileSync(fileURLToPath(new URL("program.ts", import.meta.url)), "utf8");
  const entry = `
    import * as operations from "./sdk/index.ts";
    import { tryEverything } from "./sdk/program.ts";
    const { createClient, SdkError } = operations;
    const isSdkError = (error) => error instanceof SdkError;
    export const run = (...urls) => tryEverything({ createClient, isSdkError, operations }, ...urls);`;
  code = await bundle({ ...files, "program.ts": program }, { entry });
  server = await everywhereServer();
});
afterAll(() => server.close());

const runtimes: readonly (readonly [string, Runtime])[] = [
  [`Node ${process.versions.node}`, thisNode],
  ["the newest Node", newestNode],
  ["Deno", deno],
  ["Bun", bun],
  ["Vercel's edge runtime", edgeRuntime],
  ["Cloudflare's workerd", workerd],
];

test.each(runtimes)("the SDK does the same on %s", async (_, run) => {
  expect(await run(code, await urls())).toEqual(expected);
});

test.skipIf(!hasChromium).each([
  ["a page with all that https gives", "127.0.0.1"],
  ["a page that came by http", "shop.test"],
])(`the SDK does the same in Chromium (${CHROMIUM}${hasChromium ? "" : " is missing"}) on %s`, async (_, host) => {
  // Chromium streams over HTTP/2 alone.
  const streamed = { name: "ConnectionError" };
  expect(await chromium(host)(code, await urls())).toEqual({ ...expected, streamed });
});

const urls = async (): Promise<readonly [string, string]> => [server.url, `http://127.0.0.1:${await freePort()}`];
