import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { type Made, sdkOf } from "./support/sdk-of.js";
import { tricky, trickyJson } from "./support/tricky.js";

/** The description as other texts: on one line, as a string of JavaScript, as YAML, in an attribute, as JavaScript has it. */
const line = JSON.stringify(tricky);
const quoted = JSON.stringify(line);
const yaml = stringify(tricky);
const template = `\`${yaml.replaceAll(/[\\`]|\$\{/g, "\\$&")}\``;
const attribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const object = trickyJson.replaceAll(/^( *)"(\w+)": /gm, "$1$2: ").replaceAll(/([}\]"])\n/g, "$1, // so\n");
const dataUrl = `data:application/json;base64,${Buffer.from(line).toString("base64")}`;

const html = (body: string): string =>
  `<!DOCTYPE html>\n<html><head><title>Docs</title></head><body>\n${body}\n</body></html>\n`;
const script = (code: string): string => html(`<script>${code}</script>`);
type Files = Readonly<Record<string, string>>;

/** Pages by what they are: the text of one, or `page.html` with the files beside it. */
const pages: Readonly<Record<string, string | Files>> = {
  "Redoc 2": script(
    `const __redoc_state = {"menu":{"activeItemIdx":-1},"spec":{"data":${line}},"searchIndex":{}};\n  var container = 1;`,
  ),
  "Redoc 3": html(`<script type="module">const __redoc_definition = ${line};\nconst other = {};</script>`),
  "Redoc live, by an element": {
    "page.html": html('<redoc spec-url="api/openapi.yaml?v=1"></redoc>'),
    "api/openapi.yaml": yaml,
  },
  "Redoc live, by a URL": { "page.html": script("Redoc.init('./openapi.json', {}, el)"), "openapi.json": line },
  "Redoc live, by an object": script(`Redoc.init(${object}, {}, document.getElementById("redoc"))`),
  "Redoc live, by a data URL": html(`<redoc spec-url="${dataUrl}"></redoc>`),
  "a Redocly portal": {
    "page.html": html('<script src="/_assets/redocly-state-3f2a.js"></script>'),
    "_assets/redocly-state-3f2a.js": `window.__redoc_state = JSON.parse(${quoted.replace('"', '"{\\"definition\\":{\\"data\\":').replace(/"$/, '}}"')});`,
  },
  "Swagger UI with its initializer": {
    "page.html": html('<div id="swagger-ui"></div><script src="./swagger-initializer.js" charset="UTF-8"> </script>'),
    "swagger-initializer.js": `window.onload = function() {\n  window.ui = SwaggerUIBundle({\n    url: "openapi.yaml",\n    dom_id: '#swagger-ui',\n    presets: [SwaggerUIBundle.presets.apis],\n    onComplete: () => { if (/["'{]/.test("x")) return; },\n  });\n};`,
    "openapi.yaml": yaml,
  },
  "Swagger UI with a spec": script(
    `const ui = SwaggerUIBundle({ dom_id: "#swagger-ui", deepLinking: true, spec: ${object}, plugins: [a, b] })`,
  ),
  "Swagger UI with a spec that has a name": script(
    `var spec = ${line};\nSwaggerUIBundle({ spec: spec, layout: "StandaloneLayout" })`,
  ),
  "Swagger UI with a configuration in JSON": {
    "page.html": script(
      `var configObject = JSON.parse('{"urls":[{"url":"v1/swagger.json","name":"V1"}]}');\nconst ui = SwaggerUIBundle(configObject);`,
    ),
    "v1/swagger.json": line,
  },
  "swagger-ui-express": {
    "page.html": html('<div id="swagger-ui"></div><script src="./swagger-ui-init.js"> </script>'),
    "swagger-ui-init.js": `window.onload = function() {\n  var url = window.location.search.match(/url=([^&]+)/);\n  var options = {\n  "swaggerDoc": ${trickyJson},\n  "customOptions": {}\n};\n  var spec1 = options.swaggerDoc;\n  var ui = SwaggerUIBundle({ spec: spec1, url: url });\n}`,
  },
  "Scalar, by a call with an object": script(
    `Scalar.createApiReference('#app', {"content":${line},"_integration":"express"})`,
  ),
  "Scalar, by a call with a text": script(`Scalar.createApiReference('#app', { content: ${JSON.stringify(yaml)} })`),
  "Scalar, by a call with sources": {
    "page.html": script("Scalar.createApiReference('#app', { sources: [{ url: 'openapi.json' }] })"),
    "openapi.json": line,
  },
  "Scalar, by an element with the description": html(
    `<script id="api-reference" type="application/json" data-configuration="{}">${line}</script>`,
  ),
  "Scalar, by an element with a configuration": html(
    `<script id="api-reference" data-configuration="${attribute(`{"spec":{"content":${line}}}`)}"></script>`,
  ),
  "Scalar, by an element with a URL": {
    "page.html": html('<script id="api-reference" data-url="/openapi.json"></script>'),
    "openapi.json": line,
  },
  "Stoplight Elements, by a URL": {
    "page.html": html('<elements-api apiDescriptionUrl="openapi.yaml" router="hash"></elements-api>'),
    "openapi.yaml": yaml,
  },
  "Stoplight Elements, by an object": html(
    `<elements-api id="docs"></elements-api><script>(async () => { const apiDescription = ${line}; document.getElementById("docs").apiDescriptionDocument = apiDescription; })();</script>`,
  ),
  "Stoplight Elements, by a text": script(`document.getElementById("docs").apiDescriptionDocument = ${template};`),
  RapiDoc: { "page.html": html('<rapi-doc spec-url="openapi.json"></rapi-doc>'), "openapi.json": line },
  "RapiDoc, by a call": html(
    `<rapi-doc></rapi-doc><script>const spec = ${line};\ndocument.querySelector("rapi-doc").loadSpec(spec);</script>`,
  ),
  "OpenAPI Explorer": {
    "page.html": html('<openapi-explorer spec-url="./openapi.json"></openapi-explorer>'),
    "openapi.json": line,
  },
  "openapi-generate-html": script(`window.apiDocs = ${line};\nwindow.other = 1;`),
  ReadMe: html(`<script id="ssr-props" type="application/json">{"document":{"api":{"schema":${line}}}}</script>`),
  "ReadMe, earlier": html(
    `<script id="ssr-props" data-initial-props="${attribute(`{"oasDefinition":${line}}`)}"></script>`,
  ),
  "a script of JSON": html(
    `<script type="application/ld+json">{}</script>\n<script type="application/json">\n${trickyJson}\n</script>`,
  ),
};

let plain: Made;
beforeAll(async () => {
  plain = await sdkOf("openapi.json", { "openapi.json": trickyJson });
  expect(Object.keys(plain.files)).toContain("/project/sdk/operations/nodes.ts");
});

describe("a page gives the same SDK as the description that it carries", () => {
  test.each(Object.entries(pages))("%s", async (_, page) => {
    const made = await sdkOf("page.html", typeof page === "string" ? { "page.html": page } : page);
    expect(made.said).toEqual([]);
    expect(made.files).toEqual(plain.files);
  });
});
