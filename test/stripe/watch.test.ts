import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { edits, editing } from "../support/stripe-edits.js";
import { tempFolder } from "../support/temp-folder.js";

/** Ten times what it takes on two cores that do nothing else: `npm run bench` measures it. */
const LIMIT_MS = 3_000;

test("a change of Stripe's description is soon in the files that it is about, and in no other", async () => {
  const folder = tempFolder();
  const { change } = await editing(join(folder, "stripe.json"), folder);
  for (const edit of edits) await change(edit);
  const all = [];
  for (const edit of edits) all.push(await change(edit));
  // The operation is in its own file and among the exports.
  expect(all.map((it) => it.files)).toEqual([1, 1, 2]);
  expect(readFileSync(join(folder, "out/types/customer.ts"), "utf8")).toContain("Text 4.");
  expect(readFileSync(join(folder, "out/types/invoice.ts"), "utf8")).toContain("added_5?: string;");
  expect(readFileSync(join(folder, "out/operations/invoices.ts"), "utf8")).toContain("function sendInvoice6(");
  expect(Math.min(...all.map((it) => it.ms))).toBeLessThan(LIMIT_MS);
});
