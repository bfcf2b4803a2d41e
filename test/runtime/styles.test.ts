import { describe, expect, test } from "vitest";
import { cookie, cookieJoined } from "../../templates/runtime/styles/cookie.js";
import { deepObjectBrackets, deepObjectRepeat } from "../../templates/runtime/styles/deep-arrays.js";
import { deepObject } from "../../templates/runtime/styles/deep-object.js";
import { pipeDelimited, spaceDelimited } from "../../templates/runtime/styles/delimited.js";
import { form, formJoined } from "../../templates/runtime/styles/form.js";
import { jsonHeader, jsonParam, jsonValue } from "../../templates/runtime/styles/json-param.js";
import { label, labelExplode } from "../../templates/runtime/styles/label.js";
import { matrix, matrixExplode } from "../../templates/runtime/styles/matrix.js";
import * as reserved from "../../templates/runtime/styles/reserved.js";
import { simple, simpleExplode } from "../../templates/runtime/styles/simple.js";
import { type Style, verbatim } from "../../templates/runtime/styles/style.js";

const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** OpenAPI 3.1.1 and 3.2.0, "Style Examples" (sections 4.8.12.4 and 4.12.6), for a parameter `color`; pieces are joined by `&`. */
const openApi: readonly (readonly [
  name: string,
  style: Style,
  empty: string,
  string: string,
  array: string,
  object: string,
])[] = [
  ["matrix", matrix, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  [
    "matrix, exploded",
    matrixExplode,
    ";color",
    ";color=blue",
    ";color=blue&;color=black&;color=brown",
    ";R=100&;G=200&;B=150",
  ],
  ["label", label, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["label, exploded", labelExplode, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ["simple", simple, "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple, exploded", simpleExplode, "", "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["cookie", cookieJoined, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  ["cookie, exploded", cookie, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  ["form", formJoined, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  ["form, exploded", form, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  [
    "spaceDelimited",
    spaceDelimited,
    "color=",
    "color=blue",
    "color=blue%20black%20brown",
    "color=R%20100%20G%20200%20B%20150",
  ],
  [
    "pipeDelimited",
    pipeDelimited,
    "color=",
    "color=blue",
    "color=blue%7Cblack%7Cbrown",
    "color=R%7C100%7CG%7C200%7CB%7C150",
  ],
  [
    "deepObject",
    deepObject,
    "color=",
    "color=blue",
    "color[0]=blue&color[1]=black&color[2]=brown",
    "color[R]=100&color[G]=200&color[B]=150",
  ],
];

describe.each(openApi)("%s, as OpenAPI's table has it", (_, style, empty, string, arrayText, objectText) => {
  test.each([
    ["an empty string", "", empty],
    ["a string", "blue", string],
    ["an array", array, arrayText],
    ["an object", object, objectText],
  ])("%s", (_kind, value, text) => {
    expect(style("color", value).join("&")).toBe(text);
  });

  test("an array or an object without members is not sent", () => {
    expect(style("color", [])).toEqual([]);
    expect(style("color", {})).toEqual([]);
    expect(style("color", { R: undefined })).toEqual([]);
  });
});

/** RFC 6570, sections 3.2.2 to 3.2.8, where OpenAPI has the operator. */
const values = {
  var: "value",
  hello: "Hello World!",
  half: "50%",
  empty: "",
  list: ["red", "green", "blue"],
  keys: { semi: ";", dot: ".", comma: "," },
};
const rfc6570: readonly (readonly [expression: string, style: Style, variable: keyof typeof values, text: string])[] = [
  ["{hello}", simple, "hello", "Hello%20World%21"],
  ["{half}", simple, "half", "50%25"],
  ["{list}", simple, "list", "red,green,blue"],
  ["{list*}", simpleExplode, "list", "red,green,blue"],
  ["{keys}", simple, "keys", "semi,%3B,dot,.,comma,%2C"],
  ["{keys*}", simpleExplode, "keys", "semi=%3B,dot=.,comma=%2C"],
  ["{.var}", label, "var", ".value"],
  ["{.list}", label, "list", ".red,green,blue"],
  ["{.list*}", labelExplode, "list", ".red.green.blue"],
  ["{.keys}", label, "keys", ".semi,%3B,dot,.,comma,%2C"],
  ["{.keys*}", labelExplode, "keys", ".semi=%3B.dot=..comma=%2C"],
  ["{;hello}", matrix, "hello", ";hello=Hello%20World%21"],
  ["{;empty}", matrix, "empty", ";empty"],
  ["{;list}", matrix, "list", ";list=red,green,blue"],
  ["{;list*}", matrixExplode, "list", ";list=red;list=green;list=blue"],
  ["{;keys}", matrix, "keys", ";keys=semi,%3B,dot,.,comma,%2C"],
  ["{;keys*}", matrixExplode, "keys", ";semi=%3B;dot=.;comma=%2C"],
  ["{?half}", form, "half", "half=50%25"],
  ["{?empty}", form, "empty", "empty="],
  ["{?list}", formJoined, "list", "list=red,green,blue"],
  ["{&keys}", formJoined, "keys", "keys=semi,%3B,dot,.,comma,%2C"],
];

test.each(rfc6570)("%s, as RFC 6570 expands it", (_, style, variable, text) => {
  expect(style(variable, values[variable]).join("")).toBe(text);
});

test("exploded forms repeat the name or take the keys (RFC 6570, section 3.2.8)", () => {
  expect(form("list", values.list)).toEqual(["list=red", "list=green", "list=blue"]);
  expect(form("keys", values.keys)).toEqual(["semi=%3B", "dot=.", "comma=%2C"]);
});

describe("values", () => {
  test.each([
    ["a number", 1.5, "1.5"],
    ["a boolean", false, "false"],
    ["a bigint", 9007199254740993n, "9007199254740993"],
    ["a date", new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
    ["null", null, ""],
    ["a URL", new URL("https://a.example/"), "https%3A%2F%2Fa.example%2F"],
    ["a character outside the basic plane", "😀", "%F0%9F%98%80"],
    ["characters that encodeURIComponent leaves", "!'()*", "%21%27%28%29%2A"],
  ])("%s", (_, value, text) => {
    expect(form("a", value)).toEqual([`a=${text}`]);
    expect(deepObject("a", { b: value })).toEqual([`a[b]=${text}`]);
    expect(simple("a", [value])).toEqual([text]);
  });

  test("undefined members are left out", () => {
    expect(form("a", [1, undefined, 2])).toEqual(["a=1", "a=2"]);
    expect(formJoined("a", { b: undefined, c: 1 })).toEqual(["a=c,1"]);
  });

  test("what lies deeper than the style reaches is JSON", () => {
    expect(simple("a", [{ b: 1 }], verbatim)).toEqual(['{"b":1}']);
  });

  test("a date that is none is not sent as an empty value", () => {
    expect(() => form("a", new Date(Number.NaN))).toThrow(RangeError);
  });

  test("headers are not percent-encoded", () => {
    expect(simple("a", ["x y", "é"], verbatim)).toEqual(["x y,é"]);
    expect(jsonHeader("a", { b: "x y" })).toEqual(['{"b":"x y"}']);
  });

  test("headers hold JSON of any letters in ASCII", () => {
    const value = { é: "€ \u007f 😀" };
    const [json = ""] = jsonHeader("a", value);
    expect(json).toMatch(/^[ -~]+$/);
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe("deepObject beyond the specification", () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    [
      "objects in arrays",
      { items: [{ price: "p1" }, { price: "p2" }] },
      ["a[items][0][price]=p1", "a[items][1][price]=p2"],
    ],
    ["an array of arrays", [["x"], ["y", "z"]], ["a[0][0]=x", "a[1][0]=y", "a[1][1]=z"]],
    [
      "undefined at any depth, which moves no index",
      [undefined, { b: undefined, c: [undefined, 1] }],
      ["a[1][c][1]=1"],
    ],
    ["null at any depth", { b: { c: null } }, ["a[b][c]="]],
    ["keys with brackets and ampersands", { "b[c]": 1, "d&e=": 2 }, ["a[b%5Bc%5D]=1", "a[d%26e%3D]=2"]],
    [
      "a key that every object inherits",
      JSON.parse('{"__proto__": {"constructor": 1}}'),
      ["a[__proto__][constructor]=1"],
    ],
    ["empty containers at depth", { b: {}, c: [], d: "" }, ["a[d]="]],
  ])("%s", (_, value, pieces) => {
    expect(deepObject("a", value)).toEqual(pieces);
  });
});

describe("deepObject with arrays otherwise", () => {
  test.each<readonly [string, unknown, brackets: readonly string[], repeat: readonly string[]]>([
    ["an array", ["x", "y"], ["a[]=x", "a[]=y"], ["a=x", "a=y"]],
    ["an array in an object", { b: ["x", "y"] }, ["a[b][]=x", "a[b][]=y"], ["a[b]=x", "a[b]=y"]],
    [
      "objects in an array",
      [{ b: 1, c: 2 }, { b: 3 }],
      ["a[][b]=1", "a[][c]=2", "a[][b]=3"],
      ["a[b]=1", "a[c]=2", "a[b]=3"],
    ],
    ["an array of arrays", [["x"], ["y"]], ["a[][]=x", "a[][]=y"], ["a=x", "a=y"]],
    ["undefined and null", [undefined, { b: undefined }, null], ["a[]="], ["a="]],
    ["keys with brackets", { "b[]": ["x"] }, ["a[b%5B%5D][]=x"], ["a[b%5B%5D]=x"]],
    ["nothing", [], [], []],
  ])("%s", (_, value, brackets, repeat) => {
    expect(deepObjectBrackets("a", value)).toEqual(brackets);
    expect(deepObjectRepeat("a", value)).toEqual(repeat);
  });
});

describe("allowReserved", () => {
  const delimiters = ":/?#[]@!$&'()*+,;=";

  test("in a query, all stand but those that end the value, mean a space or may not stand there", () => {
    expect(reserved.formReserved("a", `${delimiters} é%2F%`)).toEqual([
      "a=:/?%23%5B%5D@!$%26'()*%2B,;=%20%C3%A9%2F%25",
    ]);
    expect(reserved.formJoinedReserved("a", ["/x", "y/"])).toEqual(["a=/x,y/"]);
    expect(reserved.spaceDelimitedReserved("a", ["/x", "y/"])).toEqual(["a=/x%20y/"]);
    expect(reserved.pipeDelimitedReserved("a", ["/x", "y/"])).toEqual(["a=/x%7Cy/"]);
    expect(reserved.deepObjectReserved("a", { "b/": "/x" })).toEqual(["a[b%2F]=/x"]);
    expect(reserved.deepObjectBracketsReserved("a", { "b/": ["/x"] })).toEqual(["a[b%2F][]=/x"]);
    expect(reserved.deepObjectRepeatReserved("a", { "b/": ["/x"] })).toEqual(["a[b%2F]=/x"]);
  });

  test("in a path, all stand but those that would change it", () => {
    const kept = ":%2F%3F%23%5B%5D@!$&'()*+,;=";
    expect(reserved.simpleReserved("a", delimiters)).toEqual([kept]);
    expect(reserved.simpleExplodeReserved("a", { b: "x:y" })).toEqual(["b=x:y"]);
    expect(reserved.labelReserved("a", delimiters)).toEqual([`.${kept}`]);
    expect(reserved.labelExplodeReserved("a", ["x:y", "%2F"])).toEqual([".x:y.%252F"]);
    expect(reserved.matrixReserved("a", delimiters)).toEqual([`;a=${kept}`]);
    expect(reserved.matrixExplodeReserved("a", ["x:y", "z"])).toEqual([";a=x:y", ";a=z"]);
  });
});

test("a cookie is left as it is, or refused (RFC 6265, section 4.1.1)", () => {
  expect(cookie("a", "!#$%&'()*+-./09:<=>?@AZ[]^_`az{|}~")).toEqual(["a=!#$%&'()*+-./09:<=>?@AZ[]^_`az{|}~"]);
  for (const it of [" ", '"', ",", ";", "\\", "\n", "é"]) {
    expect(() => cookie("a", `x${it}`)).toThrow(TypeError);
    expect(() => cookieJoined("a", { [it]: "x" })).toThrow(TypeError);
  }
  expect(() => cookie("a", { "b=c": "x" })).toThrow(TypeError);
});

test("parameters with a media type are JSON", () => {
  expect(jsonParam("a b", { c: ["é"] })).toEqual(["a%20b=%7B%22c%22%3A%5B%22%C3%A9%22%5D%7D"]);
  expect(jsonValue("a", { c: 1 })).toEqual(["%7B%22c%22%3A1%7D"]);
});
