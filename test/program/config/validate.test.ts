import { describe, expect, test } from "vitest";
import { validate } from "../../../src/config/validate.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";

function check(value: unknown) {
  const diagnostics = new Diagnostics();
  const config = validate(value, { where: "sdkwright.config.json" }, diagnostics);
  return {
    config,
    codes: diagnostics.all.map((it) => it.code),
    messages: diagnostics.all.map((it) => it.message),
  };
}

test("every setting passes as it is", () => {
  const config = {
    input: ["a.yaml", "b.json"],
    output: "sdk",
    operations: ["A"],
    tags: ["t"],
    paths: ["/pets/**", "!/pets/old"],
    methods: ["get"],
    deprecated: false,
    internal: false,
    format: "prettier",
    strict: true,
  };
  expect(check(config)).toEqual({ config, codes: [], messages: [] });
});

test("a value that JSON has no text for is told, too", () => {
  const circle: Record<string, unknown> = {};
  circle["output"] = circle;
  expect(check({ strict: 1n }).messages[0]).toContain("has strict: 1; it should be true or false");
  expect(check(circle).messages[0]).toContain("has output: [object Object]; it should be the path");
});

test("an absent setting may be written as undefined", () => {
  expect(check({ input: "a.yaml", tags: undefined })).toMatchObject({
    config: { input: "a.yaml" },
    codes: [],
  });
});

test.each([
  [
    { ouput: "sdk" },
    "config/unknown-key",
    'sdkwright.config.json has "ouput", which is not a setting; did you mean "output"?',
  ],
  [
    { Input: "a" },
    "config/unknown-key",
    'sdkwright.config.json has "Input", which is not a setting; did you mean "input"?',
  ],
  [{ plugins: [] }, "config/unknown-key", 'sdkwright.config.json has "plugins", which is not a setting.'],
  [{ constructor: 1 }, "config/unknown-key", 'sdkwright.config.json has "constructor", which is not a setting.'],
  [
    { format: "pretier" },
    "config/wrong-value",
    'sdkwright.config.json has format: "pretier"; it should be "none" or "prettier" (did you mean "prettier"?).',
  ],
  [
    { format: true },
    "config/wrong-value",
    'sdkwright.config.json has format: true; it should be "none" or "prettier".',
  ],
  [
    { decimals: "exakt" },
    "config/wrong-value",
    'sdkwright.config.json has decimals: "exakt"; it should be "number" or "exact" (did you mean "exact"?).',
  ],
  [
    { decimals: "bigint" },
    "config/wrong-value",
    'sdkwright.config.json has decimals: "bigint"; it should be "number" or "exact".',
  ],
  [
    { decimal: "exact" },
    "config/unknown-key",
    'sdkwright.config.json has "decimal", which is not a setting; did you mean "decimals"?',
  ],
  [{ input: [] }, "config/wrong-value", "sdkwright.config.json has input: []; it should be a path or a list of paths."],
  [
    { input: ["a", 1] },
    "config/wrong-value",
    'sdkwright.config.json has input: ["a",1]; it should be a path or a list of paths.',
  ],
  [{ output: " " }, "config/wrong-value", 'sdkwright.config.json has output: " "; it should be the path of a folder.'],
  [
    { operations: "A" },
    "config/wrong-value",
    'sdkwright.config.json has operations: "A"; it should be a list of operation ids.',
  ],
  [{ strict: "yes" }, "config/wrong-value", 'sdkwright.config.json has strict: "yes"; it should be true or false.'],
  [
    { remote: { alow: ["a.example"] } },
    "config/unknown-key",
    'sdkwright.config.json has "remote.alow", which is not a setting; did you mean "remote.allow"?',
  ],
  [
    { remote: { headers: { "a.example": { A: "secret", B: 5 } } } },
    "config/wrong-value",
    "sdkwright.config.json has remote.headers.a.example.B: 5; it should be a text.",
  ],
  [
    { remote: ["a.example"] },
    "config/wrong-value",
    'sdkwright.config.json has remote: ["a.example"]; it should be an object with a list allow, an object headers by host, and http: true or false.',
  ],
  [
    { pagination: [{ by: "none" }, { by: "page", parm: "p" }] },
    "config/wrong-value",
    'sdkwright.config.json has pagination.1: {"by":"page","parm":"p"}; it should be a rule (here `parm` is no field of a rule by page; did you mean `param`?).',
  ],
  [
    { pagination: [undefined] },
    "config/wrong-value",
    "sdkwright.config.json has pagination.0: undefined; it should be a rule (here it is not an object).",
  ],
  ["api.yaml", "config/not-an-object", 'sdkwright.config.json gives "api.yaml" where an object of settings should be.'],
  [
    [{ input: "a" }],
    "config/not-an-object",
    'sdkwright.config.json gives [{"input":"a"}] where an object of settings should be.',
  ],
  [undefined, "config/not-an-object", "sdkwright.config.json gives undefined where an object of settings should be."],
])("%j is refused by key, value and the nearest valid one", (value, code, message) => {
  expect(check(value)).toMatchObject({ codes: [code], messages: [message] });
});

describe("one mistake does not hide the next", () => {
  test("and what is right is kept", () => {
    expect(check({ input: "a.yaml", ouput: "x", strict: 1 })).toMatchObject({
      config: { input: "a.yaml" },
      codes: ["config/unknown-key", "config/wrong-value"],
    });
  });
});
