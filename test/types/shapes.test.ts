import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { operationPairs } from "./operations.js";
import { contest, disagreements, schemaPairs, type Contest, type Verdict } from "./oracle.js";

/** Where our types differ on purpose. A difference that is there no more fails as one does that is not in the table. */
const deviations: Readonly<Record<string, { readonly verdict: Verdict; readonly because: string }>> = {
  Open: {
    verdict: "wider",
    because: "an object of which nothing is said holds what it likes; theirs, Record<string, never>, holds nothing",
  },
  Unnamed: {
    verdict: "apart",
    because: "a key that only `required` names is there, of unknown type; theirs has no keys",
  },
  Row: { verdict: "wider", because: "`items` after `prefixItems` is what may follow; theirs ends with the prefix" },
  Totals: {
    verdict: "wider",
    because:
      "an index signature takes in the named properties; theirs intersects with one that forbids them, so no value can be written",
  },
  Defaulted: {
    verdict: "wider",
    because: "a default is what the server takes when nothing is sent; theirs makes the property required",
  },
  Bytes: { verdict: "apart", because: "raw bytes are a Blob; theirs is the string that the schema says" },
  AllOnlyRequired: { verdict: "narrower", because: "a member that only says `required` counts; theirs loses it" },
  Contact: { verdict: "narrower", because: "alternatives that only say `required` count; theirs loses them" },
};

const verdicts = Object.fromEntries(Object.entries(deviations).map(([name, { verdict }]) => [name, verdict]));

describe("our types and those of openapi-typescript are assignable both ways", () => {
  let shapes: Contest;
  beforeAll(
    async () =>
      void (shapes = await contest("shapes.yaml", readFileSync(new URL("shapes.yaml", import.meta.url), "utf8"))),
  );

  test("for each schema, but for what differs on purpose", async () => {
    expect(await disagreements(shapes, schemaPairs(shapes), verdicts)).toEqual([]);
  });

  test("for each parameter, body and answer", async () => {
    const pairs = operationPairs(shapes);
    expect(pairs.length).toBe(13);
    expect(await disagreements(shapes, pairs)).toEqual([]);
  });
});
