import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { projectsIn } from "../../../src/config/projects.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";
import { configSchema } from "../../support/config-schema.js";
import { memoryHost } from "../../support/memory-host.js";

const file = fileURLToPath(new URL("../../../src/config/config.schema.json", import.meta.url));
const recording = (process.env["RECORD"] ?? "") !== "";

test("the schema in the package is that of the settings, with what their doc comments say", () => {
  const text = `${JSON.stringify(configSchema(), null, 2)}\n`;
  if (recording) writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
});

const isValid = new Ajv({ strict: true, strictRequired: false }).compile(configSchema());

/** Whether the program takes a config for one. Clashes of names and outputs, and a folder that is missing, no schema can tell. */
function isTaken(config: unknown): boolean {
  const diagnostics = new Diagnostics();
  projectsIn(config, { where: "config" }, { home: "/project" }, memoryHost(), diagnostics);
  return diagnostics.all.every((it) => /^config\/(same-name|same-output|output-inside|no-root)$/.test(it.code));
}

const keys = Object.keys(configSchema()["properties"] ?? {});
const word = fc.constantFrom(
  "a",
  "",
  " ",
  "a,b",
  "union",
  "object",
  "open",
  "number",
  "bigint",
  "exact",
  "indices",
  "repeat",
);
const choice = fc.constantFrom("brackets", "body", "query", "allow", "refuse", "alias", "none", "prettier", "cursor");
const rule = fc.record(
  {
    by: fc.constantFrom("cursor", "lastItem", "offset", "page", "link", "linkHeader", "none", "other"),
    from: fc.constantFrom("a.b", ["a"], [""], 1),
    param: fc.constantFrom("p", "", 1),
    start: fc.constantFrom(0, 1.5, "0"),
    total: fc.constantFrom("t", 1),
    items: fc.constantFrom("", "i"),
    back: fc.constantFrom("b", ""),
    operations: fc.constantFrom([], ["a"], "a"),
    odd: fc.constant(1),
  },
  { requiredKeys: [] },
);
const remote = fc.record(
  {
    allow: fc.constantFrom([], ["a.com"], [""], "a.com"),
    headers: fc.constantFrom({}, { "a.com": { A: "b" } }, { "a.com": { A: 1 } }, { "a.com": "A" }, []),
    http: fc.constantFrom(true, false, "yes"),
    odd: fc.constant(1),
  },
  { requiredKeys: [] },
);
const value = fc.oneof(
  word,
  choice,
  fc.boolean(),
  fc.array(word, { maxLength: 2 }),
  fc.array(rule, { maxLength: 2 }),
  remote,
  fc.constantFrom(null, 1),
);
const settings = fc.dictionary(fc.constantFrom(...keys, "other"), value, { maxKeys: 3 });
const config = fc.oneof(
  settings,
  fc
    .tuple(settings, fc.array(fc.oneof(settings, word), { maxLength: 2 }))
    .map(([it, projects]) => ({ ...it, projects })),
  value,
);

test("the schema takes what the program takes, and nothing else", () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(config, (it) => {
      const expected = isTaken(it);
      if (expected) taken++;
      else refused++;
      expect(isValid(it), JSON.stringify(it)).toBe(expected);
    }),
    { numRuns: 5_000 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(500);
});
