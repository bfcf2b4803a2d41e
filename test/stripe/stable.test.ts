import { beforeAll, describe, expect, test } from "vitest";
import { isAlike } from "../../src/ir/alike.js";
import type { Type } from "../../src/ir/types.js";
import { meaningsOf } from "../support/meanings.js";
import { shuffled } from "../support/shuffle.js";
import { stripeText, type Description } from "../support/stripe.js";

// The shape of Stripe's description is known; a wrong one would give no names.
const description = JSON.parse(stripeText()) as Description;
let whole: ReadonlyMap<string, Type>;
beforeAll(async () => void (whole = await meaningsOf(description)));

describe("the names of types, given by the description or by where they stand,", () => {
  test("are many of both kinds", () => {
    const names = [...whole.keys()];
    expect(names.filter((it) => !it.includes("_")).length).toBe(979);
    expect(names.filter((it) => it.includes("_")).length).toBeGreaterThan(700);
  });

  test("mean the same in another order", async () => {
    const other = await meaningsOf(shuffled(description));
    expect(other.size).toBe(whole.size);
    expect(changed(other)).toEqual([]);
  });

  /** Among what is left out are the operations at whose types the declarations of shared shapes stand. */
  test.each([0, 1])("are there and mean the same without a third of the operations (%i)", async (part) => {
    const paths = Object.entries(description.paths).filter((_, i) => i % 3 !== part);
    const fewer = await meaningsOf({ ...description, paths: Object.fromEntries(paths) });
    expect(fewer.size).toBeLessThan(whole.size);
    expect(changed(fewer)).toEqual([]);
  });
});

const changed = (meanings: ReadonlyMap<string, Type>): readonly string[] =>
  [...meanings].filter(([name, meaning]) => !isSame(whole.get(name), meaning)).map(([name]) => name);

const isSame = (before: Type | undefined, now: Type): boolean => before !== undefined && isAlike(before, now);
