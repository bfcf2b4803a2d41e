import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jobOf } from "../../../src/config/job-of.js";
import type { Config } from "../../../src/config/config.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";
import { generate } from "../../../src/pipeline/generate.js";
import { Memory } from "../../../src/pipeline/memory.js";
import { reportOf } from "../../../src/pipeline/report.js";
import { denseSpec } from "../../support/dense-spec.js";
import { edited, type Pick } from "../../support/edits.js";
import { memoryHost, type MemoryHost } from "../../support/memory-host.js";
import { reachedSchemas, stripeText, type Description } from "../../support/stripe.js";

const path = "/project/api.json";
const world = { files: { [path]: "" } };

async function run(host: MemoryHost, description: object, memory?: Memory, config: Config = {}) {
  host.writeFile(path, JSON.stringify(description));
  const settings = { input: path, output: "/project/out", root: "/project", home: "/project", ...config };
  const job = (await jobOf(settings, "write", false, host, new Diagnostics()))!;
  const { ok, diagnostics } = reportOf(await generate(job, host, undefined, memory), job);
  return { ok, diagnostics, texts: host.texts() };
}

/** A part of Stripe's description that stands for itself: some paths, and the schemas that are nearest to them. */
function part(prefix: string, count: number): Description {
  const whole = JSON.parse(stripeText()) as Description;
  const paths = Object.fromEntries(Object.entries(whole.paths).filter(([it]) => it.startsWith(prefix)));
  const kept = new Set([...reachedSchemas(whole, paths)].slice(0, count));
  const schemas = Object.fromEntries(Object.entries(whole.components.schemas).filter(([it]) => kept.has(it)));
  const text = JSON.stringify({ ...whole, paths, components: { ...whole.components, schemas } });
  const isKept = (reference: string): boolean => kept.has(reference.replace(/^.*\//, ""));
  return JSON.parse(
    text.replaceAll(/"\$ref":("[^"]*")/g, (it, to: string) =>
      isKept(JSON.parse(to) as string) ? it : `"type":"object"`,
    ),
  );
}

describe("a run with the memory of the one before", () => {
  test.each<readonly [string, object, number, Config]>([
    ["Stripe", part("/v1/refunds", 12), 10, {}],
    ["dense", denseSpec, 30, {}],
    ["dense, otherwise", denseSpec, 30, { enums: "object", int64: "bigint", deepObjectArrays: "brackets" }],
  ])("gives what a first run gives, whatever was edited (%s)", async (_, original, edits, config) => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (chance) => {
        const pick: Pick = (limit) => (limit === 0 ? 0 : Number(chance.next().value) % limit);
        const memory = new Memory();
        const host = memoryHost(world);
        let description = original;
        await run(host, description, memory, config);
        for (let i = 0; i < edits; i++) {
          const before = description;
          description = edited(before, pick);
          const warm = await run(host, description, memory, config);
          const cold = await run(memoryHost(world), description, undefined, config);
          expect(warm.diagnostics).toEqual(cold.diagnostics);
          if (cold.ok) expect(warm.texts).toEqual(cold.texts);
          // Most mistakes are taken back.
          if (!cold.ok) description = before;
        }
      }),
      { numRuns: Number(process.env["RUNS"] ?? 2), seed: Number(process.env["SEED"] ?? 6), endOnFailure: true },
    );
  });

  test("sees that what a reference passed on says more of itself now", async () => {
    const describing = (more: object) => ({
      openapi: "3.1.0",
      info: { title: "A", version: "1" },
      paths: { "/a": { get: { operationId: "a", responses: { 200: responseOf("#/components/schemas/C") } } } },
      components: {
        schemas: {
          A: { type: "object", properties: { a: { type: "string" } } },
          B: { type: "object", properties: { b: { $ref: "#/components/schemas/A", ...more } } },
          C: { type: "array", items: { $ref: "#/components/schemas/B/properties/b" } },
        },
      },
    });
    const responseOf = ($ref: string) => ({
      description: "",
      content: { "application/json": { schema: { $ref } } },
    });
    const memory = new Memory();
    const host = memoryHost(world);
    await run(host, describing({}), memory);
    const after = describing({ allOf: [{ type: "object", properties: { x: { type: "string" } } }] });
    const warm = await run(host, after, memory);
    expect(warm.texts).toEqual((await run(memoryHost(world), after)).texts);
  });
});
