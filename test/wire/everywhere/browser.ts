import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tools } from "../../support/tools.js";
import type { Outcomes } from "./program.js";
import type { Runtime } from "./runtimes.js";

/** Debian's Chromium, or the browser that the environment names. */
export const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const hasChromium = existsSync(CHROMIUM);

/** As much of playwright-core as is used here. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}
interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(code: string): Promise<T>;
}

/**
 * A page of this host, which calls an API of another origin. On `localhost` and 127.0.0.1 a page has all that it has by
 * https; elsewhere, by http, browsers withhold what could be listened to.
 */
export const chromium =
  (host: string): Runtime =>
  async (code, urls) => {
    const { require } = await tools({ "playwright-core": "1.65.1" });
    const { chromium: browsers } = require("playwright-core") as Playwright;
    const site = await pageServer(code);
    const browser = await browsers.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", `--host-resolver-rules=MAP ${host} 127.0.0.1`],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`http://${host}:${site.port}/`);
      const secure = await page.evaluate<boolean>("isSecureContext");
      if (secure !== /^(localhost|127\.0\.0\.1)$/.test(host)) throw new Error(`${host} is ${secure ? "" : "in"}secure`);
      return await page.evaluate<Outcomes>(`import("/program.mjs").then((it) => it.run(...${JSON.stringify(urls)}))`);
    } finally {
      await browser.close();
      site.close();
    }
  };

async function pageServer(code: string): Promise<{ readonly port: number; close(): void }> {
  const server = createServer(({ url }, response) => {
    const [type, body] =
      url === "/program.mjs" ? ["text/javascript", code] : ["text/html", "<!doctype html><title>Page</title>"];
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
