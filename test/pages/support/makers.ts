import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Tools, tools } from "../../support/tools.js";
import { trickyJson } from "./tricky.js";

/** Tools that can be installed together, of some several versions. */
const together: Readonly<Record<string, string>> = {
  "redoc-express": "2.1.0",
  "swagger-ui-dist": "5.32.1",
  "swagger-ui-express": "5.0.1",
  "scalar-0.2": "npm:@scalar/express-api-reference@0.2.75",
  "scalar-0.4": "npm:@scalar/express-api-reference@0.4.24",
  "@scalar/core": "0.3.45",
  "openapi-generate-html": "0.5.3",
  rapidoc: "9.3.8",
  "openapi-explorer": "2.4.820",
};

/** Makes a page by a tool: `page.html`, with the files that it loads beside it. The description that it shows is `tricky`. */
export type Maker = () => Promise<Readonly<Record<string, string>>>;

export const makers: Readonly<Record<string, Maker>> = {
  "redoc-cli 0.13.21": command({ "redoc-cli": "0.13.21" }, "redoc-cli/index.js", [
    "bundle",
    "api.json",
    "-o",
    "page.html",
  ]),
  "@redocly/cli 1.34.5": command({ "@redocly/cli": "1.34.5" }, "@redocly/cli/bin/cli.js", [
    "build-docs",
    "api.json",
    "-o",
    "page.html",
  ]),
  "@redocly/cli 2.30.6": command({ "@redocly/cli": "2.30.6" }, "@redocly/cli/bin/cli.js", [
    "build-docs",
    "api.json",
    "-o",
    "page.html",
  ]),
  "@redocly/cli 2.77.0": command({ "@redocly/cli": "2.77.0" }, "@redocly/cli/bin/cli.js", [
    "build-docs",
    "api.json",
    "-o",
    "page.html",
  ]),
  "openapi-generate-html 0.5.3, redoc": command(together, "openapi-generate-html/src/index.js", generateHtml("redoc")),
  "openapi-generate-html 0.5.3, stoplight": command(
    together,
    "openapi-generate-html/src/index.js",
    generateHtml("stoplight"),
  ),
  // The pages that these document, with their program beside them; each was seen in a browser to show the description.
  "rapidoc 9.3.8": element("rapi-doc", "rapidoc/dist/rapidoc-min.js"),
  "openapi-explorer 2.4.820": element("openapi-explorer", "openapi-explorer/dist/browser/openapi-explorer.min.js"),
  "rapidoc 9.3.8, its own page": withTools(async ({ folder }) => {
    const page = await readFile(path.join(folder, "node_modules/rapidoc/index.html"), "utf8");
    return { "page.html": page.replace(/const spec = \{[^]*?\n\};/, () => `const spec = ${trickyJson};`) };
  }),
  "redoc-express 2.1.0": withTools(async ({ require }) => ({
    "page.html": await sent(require("redoc-express")({ title: "Docs", specUrl: "./api.json" })),
    "api.json": trickyJson,
  })),
  "swagger-ui-dist 5.32.1": withTools(async ({ folder }) => {
    const read = (name: string) => readFile(path.join(folder, "node_modules/swagger-ui-dist", name), "utf8");
    const initializer = await read("swagger-initializer.js");
    return {
      "page.html": await read("index.html"),
      "swagger-initializer.js": initializer.replace("https://petstore.swagger.io/v2/swagger.json", "api.json"),
      "api.json": trickyJson,
    };
  }),
  "swagger-ui-express 5.0.1": withTools(async ({ require }) => {
    const swaggerUi = require("swagger-ui-express");
    const options = JSON.parse(withoutPatterns(trickyJson));
    const page = swaggerUi.generateHTML(options);
    const [serve] = swaggerUi.serveFiles(options);
    return { "page.html": page, "swagger-ui-init.js": await sent(serve, "/swagger-ui-init.js") };
  }),
  "@scalar/express-api-reference 0.2.75": withTools(async ({ require }) => ({
    "page.html": await sent(require("scalar-0.2").apiReference({ spec: { content: JSON.parse(trickyJson) } })),
  })),
  "@scalar/express-api-reference 0.4.24": withTools(async ({ require }) => ({
    "page.html": await sent(require("scalar-0.4").apiReference({ spec: { content: JSON.parse(trickyJson) } })),
  })),
  "@scalar/core 0.3.45": withTools(async ({ folder }) => {
    const file = path.join(folder, "node_modules/@scalar/core/dist/libs/html-rendering/index.js");
    const { getHtmlDocument } = await import(pathToFileURL(file).href);
    return { "page.html": getHtmlDocument({ content: JSON.parse(trickyJson) }) };
  }),
};

/** A page that has references written out, and where a schema holds itself a mark in the place of one. */
export const writtenOut: Maker = command(together, "openapi-generate-html/src/index.js", generateHtml("swagger"));

/** What swagger-ui-express does to `$&` in a description: it hands the text to `String.replace` as a pattern. */
export const withoutPatterns = (text: string): string => text.replaceAll("$&", "and");

function generateHtml(flavour: string): readonly string[] {
  return ["-i", "api.json", "-o", "page.html", "--ui", flavour];
}

/** Runs a command of a tool in a folder of its own that holds `api.json`. */
function command(packages: Readonly<Record<string, string>>, script: string, args: readonly string[]): Maker {
  return async () => {
    const { folder } = await tools(packages);
    const work = await mkdtemp(path.join(tmpdir(), "sdkwright-page-"));
    try {
      await writeFile(path.join(work, "api.json"), trickyJson);
      const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
      await promisify(execFile)(process.execPath, [path.join(folder, "node_modules", script), ...args], {
        cwd: work,
        env,
      });
      const names = (await readdir(work)).filter((it) => it !== "api.json");
      return Object.fromEntries(
        await Promise.all(names.map(async (it) => [it, await readFile(path.join(work, it), "utf8")] as const)),
      );
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  };
}

/** A page with an element that shows what stands at a URL. */
function element(name: string, program: string): Maker {
  return withTools(async ({ folder }) => ({
    "page.html": `<!doctype html><html><head><script type="module" src="program.js"></script></head><body><${name} spec-url="api.json"></${name}></body></html>`,
    "program.js": await readFile(path.join(folder, "node_modules", program), "utf8"),
    "api.json": trickyJson,
  }));
}

function withTools(make: (tools: Tools) => ReturnType<Maker>): Maker {
  return async () => make(await tools(together));
}

/** What a handler of Express sends. */
type Handler = (request: object, response: object, next: () => void) => void;
function sent(handler: Handler, url = "/"): Promise<string> {
  return new Promise((resolve, reject) => {
    const response = {
      type: () => response,
      set: () => response,
      setHeader: () => response,
      send: resolve,
      end: resolve,
    };
    handler({ url, originalUrl: url, path: url }, response, () => reject(new Error(`${url} is not sent.`)));
  });
}
