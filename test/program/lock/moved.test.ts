import { describe, expect, test } from "vitest";
import { memoryHost, type MemoryHost } from "../../support/memory-host.js";
import { programOn } from "../../support/program.js";

const LOCK = "/project/sdkwright.lock";

/** What stands where something may be used, and the schemas; each in flow style. */
interface Parts {
  /** What `GET /pets` answers with, by status. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, string>>;
}

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const object = (properties: Readonly<Record<string, string>>): string =>
  `{ type: object, properties: { ${Object.entries(properties)
    .map(([name, type]) => `${name}: ${type}`)
    .join(", ")} } }`;
const text = "{ type: string }";

const api = ({ answers = { "200": ref("Pet") }, schemas }: Parts): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getPet
      responses:
${Object.entries(answers)
  .map(([status, it]) => `        "${status}": { description: It, content: { application/json: { schema: ${it} } } }\n`)
  .join("")}components:
  schemas:
${Object.entries(schemas)
  .map(([name, it]) => `    ${name}: ${it}\n`)
  .join("")}`;

/** What a run says of a description after it has held the names of another one. */
async function said(before: Parts, after: Parts, change = (lock: string): string => lock): Promise<readonly string[]> {
  const host: MemoryHost = memoryHost({
    files: {
      "/project/api.yaml": api(before),
      "/project/sdkwright.config.json": '{ "input": "api.yaml", "output": "out" }',
    },
  });
  expect((await programOn([], host)).code).toBe(0);
  host.writeFile(LOCK, change(host.texts()[LOCK] ?? ""));
  host.writeFile("/project/api.yaml", api(after));
  const { diagnostics } = JSON.parse((await programOn(["--json"], host)).stdout);
  return diagnostics
    .filter((it: { code: string }) => it.code === "names/moved")
    .map((it: { message: string }) => it.message.replace(/^What was called (\S+) .* be called (\S+)\.$/, "$1 > $2"));
}

const pet = object({ name: text, color: ref("Color") });
const color = "{ enum: [red, blue] }";
const inList = `{ type: array, items: ${ref("Tag")} }`;

describe("what is too simple to be told by what it looks like is known again where it is used", () => {
  test.each<readonly [what: string, before: Parts, after: Parts, moves: readonly string[]]>([
    [
      "an object with one property",
      { answers: { "200": ref("Pet") }, schemas: { Pet: object({ id: text }) } },
      { answers: { "200": ref("Animal") }, schemas: { Animal: object({ id: text }) } },
      ["Pet > Animal"],
    ],
    [
      "a list of two values, used in a type that stays",
      { schemas: { Pet: pet, Color: color } },
      { schemas: { Pet: object({ name: text, color: ref("Colour") }), Colour: color } },
      ["Color > Colour"],
    ],
    [
      "a text",
      { schemas: { Pet: object({ id: ref("Id") }), Id: "{ type: string, format: uuid }" } },
      { schemas: { Pet: object({ id: ref("Uuid") }), Uuid: "{ type: string, format: uuid }" } },
      ["Id > Uuid"],
    ],
    [
      "a list, and a union of two",
      {
        schemas: {
          Pet: object({ a: ref("Names"), b: ref("Key") }),
          Names: `{ type: array, items: ${text} }`,
          Key: "{ type: [string, integer] }",
        },
      },
      {
        schemas: {
          Pet: object({ a: ref("Titles"), b: ref("Handle") }),
          Titles: `{ type: array, items: ${text} }`,
          Handle: "{ type: [string, integer] }",
        },
      },
      ["Key > Handle", "Names > Titles"],
    ],
    [
      "what is used in something that is called otherwise too, and what is used in that",
      {
        answers: { "200": ref("Pet") },
        schemas: { Pet: object({ tags: inList }), Tag: object({ color: ref("Color") }), Color: color },
      },
      {
        answers: { "200": ref("PetDto") },
        schemas: {
          PetDto: object({ tags: inList.replace("Tag", "TagDto") }),
          TagDto: object({ color: ref("ColorDto") }),
          ColorDto: color,
        },
      },
      ["Color > ColorDto", "Pet > PetDto", "Tag > TagDto"],
    ],
    [
      "what is used in more places than before, and not in all of them any more",
      { answers: { "200": ref("Pet"), "404": ref("Color") }, schemas: { Pet: pet, Color: color } },
      {
        answers: { "200": ref("Pet"), "404": text, "409": ref("Colour") },
        schemas: { Pet: object({ name: text, color: ref("Colour"), other: ref("Colour") }), Colour: color },
      },
      ["Color > Colour"],
    ],
    [
      "what leaves its name to something else",
      { schemas: { Pet: pet, Color: color } },
      {
        answers: { "200": ref("Pet"), "404": ref("Color") },
        schemas: { Pet: object({ name: text, color: ref("Colour") }), Colour: color, Color: object({ hue: text }) },
      },
      ["Color > Colour"],
    ],
  ])("%s", async (_, before, after, moves) => {
    expect((await said(before, after)).toSorted()).toEqual(moves);
  });

  test("also in a lock that two branches have merged", async () => {
    const twice = (lock: string): string => lock.replace(/(.*schemas\/Color = Color ~\S+@)\S+/, "$&\n$100000000");
    const after = { schemas: { Pet: object({ name: text, color: ref("Colour") }), Colour: color } };
    expect(await said({ schemas: { Pet: pet, Color: color } }, after, twice)).toEqual(["Color > Colour"]);
  });

  test("and may be called so from then on", async () => {
    const host = memoryHost({
      files: {
        "/project/api.yaml": api({ schemas: { Pet: pet, Color: color } }),
        "/project/sdkwright.config.json": '{ "input": "api.yaml", "output": "out", "renames": "alias" }',
      },
    });
    await programOn([], host);
    const next = { schemas: { Pet: object({ name: text, color: ref("Colour") }), Colour: color } };
    host.writeFile("/project/api.yaml", api(next));
    expect((await programOn([], host)).code).toBe(1);
    expect((await programOn(["--accept-renames"], host)).code).toBe(0);
    expect(host.texts()["/project/out/renamed.ts"]).toContain("export type Color = Colour;");
    expect((await programOn(["--check"], host)).code).toBe(0);
  });
});

describe("a type that was removed is taken for no other", () => {
  const two = (a: string, b: string): string => `{ oneOf: [${ref(a)}, ${ref(b)}] }`;
  const id = object({ id: text });
  test.each<readonly [what: string, before: Parts, after: Parts]>([
    [
      "that is like it and used elsewhere",
      { answers: { "200": ref("Pet") }, schemas: { Pet: id } },
      { answers: { "200": text, "404": ref("Problem") }, schemas: { Problem: id } },
    ],
    [
      "that is used where it was and is not like it",
      { schemas: { Pet: pet, Color: color } },
      { schemas: { Pet: object({ name: text, color: ref("Shade") }), Shade: "{ enum: [dark, light] }" } },
    ],
    [
      "that was there before",
      { answers: { "200": ref("Pet"), "404": ref("Problem") }, schemas: { Pet: id, Problem: id } },
      { answers: { "200": ref("Problem"), "404": ref("Problem") }, schemas: { Problem: id } },
    ],
    [
      "that is one of several where it was one of several",
      { schemas: { Pet: object({ kind: two("Cat", "Dog") }), Cat: id, Dog: object({ name: text }) } },
      { schemas: { Pet: object({ kind: two("Bird", "Dog") }), Bird: id, Dog: object({ name: text }) } },
    ],
    [
      "that took over a part of its uses, while it grew",
      {
        answers: { "200": ref("Pet"), "404": ref("Money"), "409": ref("Money") },
        schemas: { Pet: id, Money: object({ amount: text }) },
      },
      {
        answers: { "200": ref("Pet"), "404": ref("Sum"), "409": ref("Money") },
        schemas: { Pet: id, Money: object({ amount: text, currency: text }), Sum: object({ amount: text }) },
      },
    ],
    [
      "where nothing uses either",
      { answers: { "200": text }, schemas: { Pet: id } },
      { answers: { "200": text }, schemas: { Animal: id } },
    ],
  ])("%s", async (_, before, after) => {
    expect(await said(before, after)).toEqual([]);
  });
});

test("where a type is used is no part of a check, and other names of path parameters are no other use", async () => {
  const before = { schemas: { Pet: pet, Color: color } };
  const host = memoryHost({
    files: {
      "/project/api.yaml": api(before),
      "/project/sdkwright.config.json": '{ "input": "api.yaml", "output": "out" }',
    },
  });
  await programOn([], host);
  const sketchOf = (): string => /schemas\/Pet = Pet (\S+)/.exec(host.texts()[LOCK] ?? "")?.[1] ?? "";
  const first = sketchOf();
  host.writeFile(LOCK, (host.texts()[LOCK] ?? "").replace(/~[\da-f]{4}@[\da-f.]+/, "~0000@00000000"));
  expect((await programOn(["--check"], host)).code).toBe(0);
  host.writeFile("/project/api.yaml", api(before).replace("/{id}", "/{pet}").replace("name: id", "name: pet"));
  expect((await programOn([], host)).code).toBe(0);
  expect(sketchOf()).toBe(first);
});
