import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { tinySpec } from "../support/program.js";
import { tools } from "../support/tools.js";
import { CHROMIUM, hasChromium } from "../wire/everywhere/browser.js";
import { devServer, type DevServer, viteApp, viteBuild } from "./support/dev-server.js";

/** As much of playwright-core as is used here. */
interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(code: string): Promise<T>;
  waitForFunction(code: string): Promise<unknown>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
}

const good = tinySpec.replace("type: string", '$ref: "parts.yaml#/Name"');
const parts = "Name: { type: string }\n";
/** One more operation. */
const more = good.replace(
  "  /owners:",
  '  /cats: { get: { operationId: listCats, responses: { "204": { description: None } } } }\n  /owners:',
);
const broken = good.replace("operationId: listOwners", "operationId: listOwners\n      operationId: again");
const brokenAt = broken.split("\n").findIndex((it) => it.includes("again")) + 1;

describe("a build", { timeout: 120_000 }, () => {
  test("has the SDK before anything asks for it", async () => {
    const folder = viteApp({ "api.yaml": good, "parts.yaml": parts });
    const { code, stderr } = await viteBuild(folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, "src/api/index.ts"), "utf8")).toContain("listPets");
  });

  test("fails with a place where the description is wrong", async () => {
    const folder = viteApp({ "api.yaml": broken, "parts.yaml": parts });
    const { code, stderr } = await viteBuild(folder);
    expect(code).toBe(1);
    expect(stderr).toContain("yaml-syntax");
    expect(stderr).toMatch(new RegExp(`api\\.yaml:${brokenAt}:\\d+`));
    expect(stderr).toContain(`${brokenAt} |       operationId: again`);
  });
});

describe.skipIf(!hasChromium)(`a server, seen in Chromium (${CHROMIUM})`, { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    const { require } = await tools({ "playwright-core": "1.65.1" });
    const { chromium } = require("playwright-core") as {
      readonly chromium: { launch(options: object): Promise<Browser> };
    };
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  async function opened(files: Readonly<Record<string, string>>) {
    const folder = viteApp(files);
    const server = await devServer(folder);
    onTestFinished(() => void server.stop());
    const page = await browser.newPage();
    await page.goto(server.url);
    const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
    return { folder, server, page, write };
  }

  const has = (page: Page, name: string) =>
    page.waitForFunction(`document.body?.dataset.sdk?.split(" ").includes(${JSON.stringify(name)})`);
  const overlayIs = (page: Page, shown: boolean) =>
    page.waitForFunction(`(document.querySelector("vite-error-overlay") !== null) === ${shown}`);
  const overlayText = (page: Page): Promise<string> =>
    page.evaluate(`document.querySelector("vite-error-overlay").shadowRoot.textContent`);

  test("follows the description and all that it refers to", async () => {
    const { folder, server, page, write } = await opened({ "api.yaml": good, "parts.yaml": parts });
    await has(page, "listPets");
    write("api.yaml", more);
    await has(page, "listCats");

    const others = server.prints(/types\/name\.ts changed .* parts\.yaml/);
    write("parts.yaml", "Name: { type: integer }\n");
    await others;
    expect(readFileSync(join(folder, "src/api/types/name.ts"), "utf8")).toContain("= number;");
    expect(await stop(server)).toEqual({ ended: true });
  });

  test("does not load a page again for an SDK that stays the same", async () => {
    const { server, page, write } = await opened({ "api.yaml": good, "parts.yaml": parts });
    await has(page, "listPets");
    await page.evaluate("globalThis.stays = true");
    const same = server.prints(/nothing to change/);
    write("api.yaml", `# A comment.\n${good}`);
    await same;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate("globalThis.stays")).toBe(true);
    expect(await stop(server)).toEqual({ ended: true });
  });

  test("shows a mistake in the overlay, with its place, until it is mended", async () => {
    const { server, page, write } = await opened({ "api.yaml": good, "parts.yaml": parts });
    await has(page, "listPets");
    write("api.yaml", broken);
    await overlayIs(page, true);
    const text = await overlayText(page);
    expect(text).toContain("This is not YAML");
    expect(text).toMatch(new RegExp(`/api\\.yaml:${brokenAt}:\\d+`));
    expect(text).toContain(`${brokenAt} |       operationId: again`);
    if (process.env["SCREENSHOT"] !== undefined) await page.screenshot({ path: process.env["SCREENSHOT"] });

    // Whoever comes later sees it as well.
    const other = await browser.newPage();
    await other.goto(server.url);
    await overlayIs(other, true);

    write("api.yaml", good);
    await overlayIs(page, false);
    await overlayIs(other, false);
    await has(page, "listPets");
    expect(await stop(server)).toEqual({ ended: true });
  });

  test("says why there is no SDK at all, and goes on when there is", async () => {
    const { server, page, write } = await opened({ "api.yaml": broken, "parts.yaml": parts });
    await overlayIs(page, true);
    await page.waitForFunction(
      `document.querySelector("vite-error-overlay")?.shadowRoot.textContent.includes("This is not YAML")`,
    );
    write("api.yaml", good);
    await overlayIs(page, false);
    await has(page, "listPets");
    expect(await stop(server)).toEqual({ ended: true });
  });
});

/** A server that still watched files would not end. */
async function stop(server: DevServer): Promise<object> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 5_000).unref());
  return { ended: await Promise.race([server.stop().then(() => true), late]) };
}
