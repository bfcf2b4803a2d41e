/**
 * What a program weighs that uses an SDK: bundled by rolldown, minified, gzipped.
 *
 *     npm run size
 */
import { generateSdk } from "../support/sdk.js";
import { flagshipCall, jsonCall, sizeOf, type Program } from "../support/small-programs.js";
import { stripeText } from "../support/stripe.js";
import { table } from "./table.js";

const entry = `export * from "./sdk/index.ts";`;

async function row(name: string, program: Program): Promise<readonly string[]> {
  const { minified, gzipped } = await sizeOf(program);
  return [name, minified.toLocaleString("en"), gzipped.toLocaleString("en")];
}

const flagship = await flagshipCall();
const { files: stripe } = await generateSdk({ "stripe.json": stripeText() });
console.log(
  table([
    ["", "minified", "gzipped"],
    await row("one JSON call, bearer", await jsonCall()),
    await row("the flagship's form call", flagship),
    await row("all that the flagship SDK exports", { entry, sdk: flagship.sdk }),
    await row("all of Stripe, 533 functions", { entry, sdk: stripe }),
    // Measured with esbuild from its default client, which has no retries, time-outs or idempotency keys.
    ["one JSON call of hey-api's (0.99)", "10,108", "4,138"],
  ]),
);
