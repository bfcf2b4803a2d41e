import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { loaded, valueOf } from "../support.js";

const folder = fileURLToPath(new URL("httpdoc/", import.meta.url));
const pages = readdirSync(folder).filter((it) => it.endsWith(".html"));
const text = (name: string): string => readFileSync(folder + name, "utf8");

/** A page each version of httpdoc and each damage that was seen, and beside it what is read from it and what is said. */
describe("a page of httpdoc", () => {
  test.each(pages)("%s", async (name) => {
    const { said, sources } = await loaded({ [name]: text(name) });
    const read = stringify(sources[0]?.value ?? null, { lineWidth: 0 });
    const comments = said.replaceAll(/^(\w+ \S+) \S+\.html:/gm, "# $1 ");
    await expect(`${comments}\n${read}`).toMatchFileSnapshot(`httpdoc/${name.replace(".html", ".yaml")}`);
  });
});

test.each([
  ["by their headings in a page without a title", "", { operationId: "sendIt" }, { operationId: "getIt" }],
  ["by nothing but their places in one with a title", "Pets", { summary: "sendIt" }, { summary: "getIt" }],
])("several articles in a page are an operation each, called %s", async (_, title, post, get) => {
  const article = (method: string, heading: string, name: string): string =>
    `<article><h1 class="requestSummary">${heading}</h1>
    <span class="requestLine">${method}</span> <span class="httpTarget">/pets/{${name}}</span>
    <dt><span class="parameterName">${name}</span> [ in: <span class="parameterLocation">path</span> ]</dt></article>`;
  const both = article("POST", "sendIt", "id") + article("GET", "getIt", "id");
  const value = await valueOf("a.html", `<title>${title}</title>${both}`);
  const parameters = [{ name: "id" }];
  expect(value).toMatchObject({
    paths: { "/pets/{id}": { post: { ...post, parameters }, get: { ...get, parameters } } },
  });
  expect(value).not.toHaveProperty(["paths", "/pets/{id}", "post", title === "" ? "summary" : "operationId"]);
});

const schemaOf = async (name: string, page: string): Promise<unknown> => {
  const value = (await valueOf(name, page)) as {
    readonly paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema?: unknown }> } }>>;
  };
  const [operation] = Object.values(Object.values(value.paths)[0] ?? {});
  return Object.values(operation?.requestBody?.content ?? {})[0]?.schema;
};

describe("a schema that went through Markdown", () => {
  test("has the shape that it had", async () => {
    expect(await schemaOf("a.html", text("v2-docfx.html"))).toEqual({
      type: "object",
      properties: {
        when: {
          type: "string",
          description: 'See [the *times*](https://pets.test/when); `"now"` is **now**, "then" is not, nor is `<`.',
        },
        url: { pattern: "^(http)://(.*)$", type: "string" },
        home: { pattern: "^(http)://(.*)$", type: "string" },
        mail: { pattern: "^mailto:(.*)", type: "string" },
      },
    });
  });

  test("is not guessed where a line may hold two members", async () => {
    const page = text("v2-docfx-quotes.html");
    const joined = page.replace("&quot;type&quot;: &quot;string&quot;,\n", "&quot;type&quot;: &quot;string&quot;, ");
    expect(await schemaOf("a.html", page)).toBeDefined();
    expect(await schemaOf("a.html", joined)).toBeUndefined();
  });
});

test("a header that the tool always prints is no parameter", async () => {
  const { said, value } = await loaded({ "a.html": text("v2.html") });
  expect(text("v2.html")).toContain("eTag");
  expect(JSON.stringify(value)).not.toMatch(/etag/i);
  expect(said).not.toMatch(/etag/i);
});
