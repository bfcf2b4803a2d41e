import { beforeAll, describe, expect, test } from "vitest";
import { generateSdk, type Sdk } from "../support/sdk.js";
import { stripeText } from "../support/stripe.js";

const text = stripeText();
let sdk: Sdk;
beforeAll(async () => void (sdk = await generateSdk({ "stripe.json": text })));

describe("the lists of Stripe", () => {
  test("can all be iterated, and nothing else can", () => {
    const lists = listsOf(text);
    expect(lists).toHaveLength(124);
    // These two answer as lists do and take nothing that would ask for another page.
    const whole = ["getAccountsAccountCapabilities", "getReportingReportTypes"];
    expect(paged(/paging: /)).toEqual(lists.filter((it) => !whole.includes(it)).toSorted());
  });

  test("go by the last item, searches by a cursor", () => {
    const searches = paged(
      /paging: byCursor\({ from: \["next_page"\], to: \["query", "page"\], more: \["has_more"\] }\)/,
    );
    expect(searches).toHaveLength(7);
    expect(searches.every((it) => it.endsWith("Search"))).toBe(true);
    expect(paged(/paging: byLastItem\(/)).toHaveLength(115);
  });
});

/** The functions of the operations whose call says this. */
const paged = (pattern: RegExp): readonly string[] =>
  Object.entries(sdk.files)
    .filter(([path]) => path.startsWith("operations/"))
    .flatMap(([, file]) => [...file.matchAll(/^export function (\w+)\([\s\S]*?^}/gm)])
    .filter(([code]) => pattern.test(code))
    .map(([, name = ""]) => name)
    .toSorted();

/** The functions of the operations that answer with `data` and `has_more`. */
function listsOf(description: string): readonly string[] {
  // The shape of Stripe's description is known; a wrong one would give no lists.
  const { paths } = JSON.parse(description) as { paths: Record<string, Record<string, Described>> };
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .filter(({ responses }) => {
      const properties = responses?.["200"]?.content?.["application/json"]?.schema?.properties;
      return properties !== undefined && "data" in properties && "has_more" in properties;
    })
    .map(({ operationId }) => operationId.charAt(0).toLowerCase() + operationId.slice(1));
}

interface Described {
  readonly operationId: string;
  readonly responses?: Readonly<
    Record<string, { content?: Record<string, { schema?: { properties?: Record<string, unknown> } }> }>
  >;
}
