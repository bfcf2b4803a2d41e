import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileAlone } from "../../support/compile.js";
import { json } from "../../runtime/support/server.js";
import { changes } from "./calls/changes.js";
import { creations } from "./calls/creations.js";
import { reads } from "./calls/reads.js";
import type { Row } from "./calls/row.js";
import { type Generated, functionName, generateStripe, inputOf, ours, theirs } from "./both.js";
import { deviations } from "./deviations.js";
import { type Normal, normal } from "./normal.js";

const rows: readonly Row[] = [...creations, ...changes, ...reads];
const title = ({ operation, ids, params }: Row): string =>
  `${operation}(${[...ids, Object.keys(params ?? {})].join()})`;

let stripe: Generated;
const removals: (() => void)[] = [];
beforeAll(async () => void (stripe = await generateStripe((it) => removals.push(it))));
afterAll(() => removals.forEach((it) => it()));

describe("the generated SDK sends what Stripe's own package sends", () => {
  const answer = json({ id: "x_1", object: "x", amount: 12, nested: { a: [1, null, "é"] } });

  test.each(rows.map((it) => [title(it), it] as const))("%s", async (_, row) => {
    const left = await ours(stripe, row.operation, inputOf(stripe, row), [answer]);
    const right = await theirs(row.theirs, [answer]);
    expect(left.seen).toHaveLength(1);
    expect(left.seen.map(normal)).toEqual(right.seen.map((it) => expected(normal(it), row)));
    expect(left.outcome).toEqual(right.outcome);
  });

  test("in at least 60 calls of 30 operations", () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map((it) => it.operation)).size).toBeGreaterThanOrEqual(30);
  });

  test("and each deviation is one that a call shows", () => {
    expect(new Set(rows.flatMap((it) => it.differs ?? []))).toEqual(new Set(Object.keys(deviations)));
  });

  test("and its types take what they send", async () => {
    const calls = rows.map(
      (it) => `void sdk.${functionName(it.operation)}(client, ${JSON.stringify(inputOf(stripe, it))});`,
    );
    const usage = [`import * as sdk from "./index.js";`, "const client = sdk.createClient();", ...calls].join("\n");
    expect(await compileAlone({ ...stripe.files, "usage.ts": usage })).toEqual([]);
  });
});

/** What Stripe's package sent, with what is different on purpose made ours. */
function expected(request: Normal, { differs }: Row): Normal {
  if (differs === undefined) return request;
  const headers = { ...request.headers, "content-type": "application/x-www-form-urlencoded" };
  return { ...request, query: [], form: request.query, headers };
}
