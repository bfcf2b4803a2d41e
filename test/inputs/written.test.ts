import { expect, test } from "vitest";
import { digitsAt } from "../../src/document/digits.js";
import { loaded } from "./support.js";

const LARGEST = "9223372036854775807";
const json = `{ "openapi": "3.1.1", "info": { "title": "T", "version": "1" }, "x": [{ "a/b": ${LARGEST} }] }`;

test.each<readonly [string, string, string]>([
  ["JSON", "a.json", json],
  ["YAML", "a.yaml", `openapi: 3.1.1\ninfo: { title: T, version: "1" }\nx:\n  - &it { "a/b": +${LARGEST} }\n  - *it\n`],
  ["YAML with tabs", "a.yaml", `openapi: 3.1.1\nx:\n\t- a/b: 0x7FFFFFFFFFFFFFFF\n`],
  ["an object in a script", "a.html", `<script>const __redoc_state = {"spec":{"data":${json}}};</script>`],
  [
    "an object that is no JSON",
    "a.html",
    `<script>const __redoc_state = {"spec":{"data":${json.replace(`"x"`, "x")}}};</script>`,
  ],
  ["a script of JSON", "a.html", `<script id="api-reference" type="application/json">${json}</script>`],
  ["a URL of data", "a.html", `<redoc spec-url="data:application/json;base64,${btoa(json)}"></redoc>`],
  ["a text in a script", "a.html", `<script>Redoc.init(JSON.parse(${JSON.stringify(json)}), {}, null)</script>`],
])("the digits of an integer are found in %s", async (_, path, text) => {
  const { sources } = await loaded({ [path]: text });
  const value = Number(LARGEST);
  expect(digitsAt(sources, value, { source: 0, pointer: "/x/0/a~1b" })).toBe(LARGEST);
  expect(digitsAt(sources, value, { source: 0, pointer: "/x" })).toBeUndefined();
  expect(digitsAt(sources, Number(LARGEST) * 2, { source: 0, pointer: "/x/0/a~1b" })).toBeUndefined();
});
