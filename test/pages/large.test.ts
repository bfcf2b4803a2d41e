import { expect, test } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Diagnostics } from "../../src/diagnostics/diagnostics.js";
import { readSource } from "../../src/read/read.js";
import { stripeText } from "../support/stripe.js";

/** Seconds of the processor, which do not depend on what else the machine does, for reading a page: the least of some tries. */
async function secondsFor(text: string, tries = 2): Promise<number> {
  const bytes = Buffer.from(text);
  const times: number[] = [];
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    const { value } = await readSource({ index: 0, path: "page.html", bytes }, new Diagnostics());
    const { user, system } = process.cpuUsage(before);
    expect(value).toHaveProperty("paths");
    times.push((user + system) / 1e6);
  }
  return Math.min(...times);
}

/** Whole Stripe with all of its white space, which makes 5 MB of it, as pages carry descriptions. */
const description = JSON.stringify(JSON.parse(stripeText()), null, 1);
const carrying: Readonly<Record<string, string>> = {
  "a script that a tool is known by": `<script>const __redoc_state = {"spec":{"data":${description}}};</script>`,
  "a script of JSON": `<script type="application/json">${description}</script>`,
  "a script of JSON that a text cuts": `<script type="application/json">{"x":"</script>","openapi":"3.0.0",${description.slice(1)}</script>`,
  "an attribute": `<script id="ssr-props" data-initial-props="${`{"oasDefinition":${description}}`.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></script>`,
};

test.each(Object.entries(carrying))(
  "a page of 5 MB that carries a description in %s is read within a second",
  async (_, page) => {
    expect(page.length).toBeGreaterThan(4.5e6);
    expect(await secondsFor(`<!doctype html><title>Docs</title>${page}`)).toBeLessThan(1);
  },
);

const folder = fileURLToPath(new URL("../inputs/pages/shown/", import.meta.url));
const shown = readdirSync(folder).filter((it) => it.endsWith(".html"));

test.each(shown)("%s eight times as long takes about eight times as long", async (name) => {
  const [, head = "", body = "", tail = ""] =
    /^([^]*<body[^>]*>)([^]*)(<\/body>[^]*)$/.exec(
      readFileSync(folder + name, "utf8").replace(/^(?![^]*<body)[^]*$/, "<body>$&</body>"),
    ) ?? [];
  const long = (size: number): string => {
    const parts = Array.from({ length: Math.ceil(size / body.length) }, (_, i) =>
      body.replaceAll("/orders", `/${i}/orders`),
    );
    return head + parts.join("\n") + tail;
  };
  await secondsFor(long(100_000));
  const [once, eight] = [await secondsFor(long(100_000)), await secondsFor(long(800_000))];
  expect(eight / once).toBeLessThan(32);
});
