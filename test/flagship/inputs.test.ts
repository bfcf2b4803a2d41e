import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generate } from "../../src/pipeline/generate.js";
import { nodeHost } from "../../src/pipeline/node-host.js";
import { compileAlone } from "../support/compile.js";
import { declarationsOf } from "../support/canonical.js";
import { diagnosticsText } from "../support/scenario/outcome.js";
import { defaultJob, generateSdk } from "../support/sdk.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const page = { "PostInvoicesInvoiceSend.html": read("specs/PostInvoicesInvoiceSend.html") };
const description = { "stripe-invoice-send.yaml": read("specs/stripe-invoice-send.yaml") };

describe("the committed SDK", () => {
  const output = join(root, "generated/stripe");

  test("is what its inputs give", async () => {
    const inputs = [...Object.keys(page), ...Object.keys(description)].map((it) => join(root, "specs", it));
    const { diagnostics, files } = await generate(
      { ...defaultJob, inputs, output, format: "prettier", mode: "check" },
      nodeHost(),
    );
    expect(files.filter((it) => it.state !== "same").map(({ path, state }) => `${state} ${path}`)).toEqual([]);
    expect(diagnostics.filter((it) => it.severity === "error").map((it) => it.message)).toEqual([]);
  });

  test.each(["typescript7", "typescript"] as const)("compiles with %s", async (compiler) => {
    const paths = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((it) => it.endsWith(".ts"));
    const files = Object.fromEntries(paths.map((it) => [it, readFileSync(join(output, it), "utf8")]));
    expect(await compileAlone(files, compiler)).toEqual([]);
  });
});

describe("the page alone", () => {
  test("gives an SDK that compiles, and says what the page leaves open", async () => {
    const { files, diagnostics } = await generateSdk(page);
    expect(await compileAlone(files)).toEqual([]);
    expect(diagnostics.filter((it) => it.severity === "error")).toEqual([]);
    expect(diagnostics.map((it) => it.code)).toEqual(
      expect.arrayContaining(["read/page-unknown-body", "read/page-backslashes"]),
    );
    expect(diagnostics.filter((it) => it.place === undefined)).toEqual([]);
    expect(files["operations/invoices.ts"]).toContain("body?: unknown;");
  });
});

describe("the description alone", () => {
  test("gives an SDK that compiles, and leaves nothing open", async () => {
    const sdk = await generateSdk(description);
    expect(await compileAlone(sdk.files)).toEqual([]);
    expect(diagnosticsText(sdk)).not.toMatch(/^(warning|error)/m);
  });
});

describe("both", () => {
  test("mean the same in either order, the texts aside", async () => {
    const one = await generateSdk({ ...page, ...description });
    const other = await generateSdk({ ...description, ...page });
    expect(Object.keys(other.files)).toEqual(Object.keys(one.files));
    for (const [path, file] of Object.entries(one.files)) {
      expect(declarationsOf(other.files[path] ?? ""), path).toEqual(declarationsOf(file));
    }
  });
});
