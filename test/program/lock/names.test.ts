import { describe, expect, test } from "vitest";
import { compileAlone } from "../../support/compile.js";
import { hash } from "../../../src/pipeline/cache/hash.js";
import { lockText, readLines } from "../../../src/pipeline/lock/lines.js";
import { withPins } from "../../../src/pipeline/lock/pins.js";
import { type MemoryHost, memoryHost } from "../../support/memory-host.js";
import { programOn } from "../../support/program.js";

const LOCK = "/project/sdkwright.lock";
const pet = `type: object
      properties: { id: { type: string }, name: { type: string }, age: { type: integer }, owner: { $ref: "#/components/schemas/Owner" } }`;
const owner = `type: object
      properties: { id: { type: string }, mail: { type: string }, phone: { type: string } }`;

interface Parts {
  readonly id?: string;
  readonly path?: string;
  readonly result?: string;
  readonly more?: string;
}

/** A description whose one operation answers with a pet. */
const api = (
  { id = "operationId: getPet, ", path = "/pets/{id}", result = "Pet", more = "" }: Parts = {},
  schemas: Readonly<Record<string, string>> = { Pet: pet, Owner: owner },
): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  ${path}:
    get: { ${id}parameters: [{ name: "${/[^{]+(?=\})/.exec(path)?.[0]}", in: path, required: true, schema: { type: string } }], responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/${result}" } } } } } }
${more}components:
  schemas:
${Object.entries(schemas)
  .map(([name, text]) => `    ${name}:\n      ${text}\n`)
  .join("")}`;

/** A project that has been generated once. */
async function project(text = api(), settings: object = {}): Promise<MemoryHost> {
  const config = { input: "api.yaml", output: "out", ...settings };
  const host = memoryHost({
    files: {
      "/project/package.json": "{}",
      "/project/node_modules/some/index.js": "",
      "/project/api.yaml": text,
      "/project/sdkwright.config.json": JSON.stringify(config),
    },
  });
  await run(host);
  return host;
}

interface Said {
  readonly code: number;
  readonly said: readonly string[];
}

async function run(host: MemoryHost, args: readonly string[] = []): Promise<Said> {
  const { code, stdout } = await programOn(["generate", "--json", ...args], host);
  const { diagnostics } = JSON.parse(stdout);
  return { code, said: diagnostics.map((it: { code: string; message: string }) => `${it.code}: ${it.message}`) };
}

/** The same project with another description. */
async function changed(host: MemoryHost, text: string, args: readonly string[] = []): Promise<Said> {
  host.writeFile("/project/api.yaml", text);
  return run(host, args);
}

const lockOf = (host: MemoryHost): readonly string[] =>
  (host.texts()[LOCK] ?? "").split("\n").filter((it) => it !== "" && !it.startsWith("#"));
const index = (host: MemoryHost): string => host.texts()["/project/out/index.ts"] ?? "";

describe("the names in the lock", () => {
  test("are those of each place, a line each, in an order that is always the same", async () => {
    const host = await project();
    expect(lockOf(host).map((it) => it.replace(/~.*/, "~"))).toEqual([
      "name /components/schemas/Owner = Owner ~",
      "name /components/schemas/Pet = Pet ~",
      "name GET /pets/{id} = getPet GetPetInput GetPetOutput GetPetError GetPetResponses",
    ]);
  });

  test("are read again whatever the members of an enum are called", async () => {
    const more = {
      Level: 'type: integer\n      enum: [1, -1, 2, 3]\n      x-enum-varnames: [~, ~, "not started", "a-b"]',
      Size: 'enum: ["", "~", "100%", " "]',
      Color: "enum: [1, -1]",
    };
    const host = await project(api({}, { Pet: pet, Owner: owner, ...more }), { enums: "object" });
    expect(lockOf(host)).toContain("name /components/schemas/Level 2 = not%20started");
    expect(await run(host, ["--check"])).toEqual({ code: 0, said: [] });
  });

  test("are those of the whole API: a part that flags choose is named by them, and another input is not", async () => {
    const host = await project(api({ id: "" }));
    const before = host.texts()[LOCK];
    host.writeFile("/project/api.yaml", api());
    host.writeFile("/project/other.yaml", api({ result: "Cat" }, { Cat: pet, Owner: owner }));
    expect((await run(host, ["--methods", "get", "-o", "part"])).code).toBe(0);
    expect(host.texts()["/project/part/index.ts"]).toContain("getPetsId");
    expect(await run(host, ["other.yaml", "-o", "other"])).toEqual({ code: 0, said: [] });
    expect(host.texts()[LOCK]).toBe(before);
  });

  test("are left alone where nothing about them changed, whatever their order and however often they are there", async () => {
    const host = await project();
    const lines = [...lockOf(host)].reverse();
    const merged = [...lines, lines[0]].join("\r\n");
    host.writeFile(LOCK, merged);
    expect(await run(host)).toEqual({ code: 0, said: [] });
    expect(await run(host, ["--check"])).toEqual({ code: 0, said: [] });
    expect(host.texts()[LOCK]).toBe(merged);
  });

  test("are those of both sides where git has left a conflict, and whole again after a run", async () => {
    const host = await project();
    const before = host.texts()[LOCK];
    const [one, two, three] = lockOf(host);
    const merged = `${one}\n<<<<<<< HEAD\n${two}\n||||||| 1a2b3c4\n=======\n${three}\n>>>>>>> branch\n`;
    host.writeFile(LOCK, merged);
    expect((await run(host, ["--check"])).said).toEqual([
      "lock/conflict: Git has left a conflict in sdkwright.lock, line 2.",
    ]);
    expect(await run(host)).toEqual({ code: 0, said: [] });
    expect(host.texts()[LOCK]).toBe(before);
  });

  test("are told apart by project", async () => {
    const host = await project();
    host.writeFile("/project/b.yaml", api({ id: "operationId: readPet, " }));
    const config = {
      projects: [
        { name: "a", input: "api.yaml", output: "a" },
        { name: "b c", input: "b.yaml", output: "b" },
      ],
    };
    host.writeFile("/project/sdkwright.config.json", JSON.stringify(config));
    await programOn(["generate"], host);
    expect(lockOf(host)).toContainEqual(expect.stringMatching(/^name@a GET .* getPet /));
    expect(lockOf(host)).toContainEqual(expect.stringMatching(/^name@b%20c GET .* readPet /));
    expect((await programOn(["generate", "--check"], host)).code).toBe(0);
  });

  test("are missed by a check", async () => {
    const host = await project();
    host.writeFile(LOCK, lockOf(host).slice(1).join("\n"));
    expect((await run(host, ["--check"])).said).toEqual([
      "write/file-out-of-date: sdkwright.lock is not what the inputs give.",
    ]);
    expect((await run(host)).code).toBe(0);
    expect((await run(host, ["--check"])).code).toBe(0);
  });

  test("stand beside those of other projects and the pins", async () => {
    const host = await project();
    const others = [`remote sha256-${"0".repeat(64)} https://example.com/api.yaml`, "name@other /a = A"];
    host.writeFile(LOCK, [...others, ...lockOf(host).slice(1)].join("\n"));
    await run(host, ["-p", "out"]);
    expect(lockOf(host)).toEqual(expect.arrayContaining(others));
    expect(lockOf(host).length).toBe(5);
  });

  test("stay when a pull writes its pins, of which a merge may leave two for a URL", async () => {
    const host = await project();
    const url = "https://example.com/api.yaml";
    const pins = ["0".repeat(64), hash(api())].map((it) => ({ url, hash: it }));
    const before = lockOf(host);
    host.writeFile(LOCK, lockText(withPins(readLines("/project", host), pins)));
    expect(lockOf(host)).toEqual([...before, ...pins.map((it) => `remote sha256-${it.hash} ${url}`)]);
    host.mkdir("/project/sdkwright.remote");
    host.mkdir("/project/sdkwright.remote/example.com");
    host.writeFile("/project/sdkwright.remote/example.com/api.yaml", api());
    expect((await programOn(["generate", url, "-o", "other"], host)).code).toBe(0);
  });

  test("do not stand in the way of a run that ends early", async () => {
    const host = await project();
    const { stdout } = await programOn(["generate", "--json"], host);
    expect(JSON.parse(stdout).stages.map((it: { name: string }) => it.name)).toEqual(["unchanged"]);
    host.writeFile(LOCK, "");
    await run(host);
    expect(lockOf(host).length).toBe(3);
  });
});

describe("a name stays", () => {
  test("where an operation has another id, until that is accepted", async () => {
    const host = await project();
    const next = api({ id: "operationId: fetchPet, " });
    expect(await changed(host, next)).toEqual({
      code: 0,
      said: ["names/kept: This would be called fetchPet now; it keeps the name getPet, which is in the lock."],
    });
    expect(index(host)).toContain("getPet");
    expect((await run(host, ["--accept-renames"])).said).toEqual([
      "names/renamed: What was called getPet is called fetchPet from now on.",
    ]);
    expect(index(host)).toContain("{ fetchPet }");
    expect(index(host)).not.toContain("getPet");
    expect(lockOf(host).at(-1)).toContain("= fetchPet FetchPetInput");
    expect(await run(host)).toEqual({ code: 0, said: [] });
  });

  test("where a parameter in a path is called otherwise", async () => {
    const host = await project(api({ id: "" }));
    expect((await changed(host, api({ id: "", path: "/pets/{pet}" }))).code).toBe(0);
    expect(index(host)).toContain("getPetsId");
    expect(lockOf(host).at(-1)).toContain("GET /pets/{pet} = getPetsId");
  });

  test("where another schema has a better claim to it", async () => {
    const host = await project(api({ result: "pet_dto" }, { pet_dto: pet, Owner: owner }));
    const said = await changed(
      host,
      api({ result: "pet_dto" }, { pet_dto: pet, Owner: owner, PetDto: "type: string" }),
    );
    expect(said.code).toBe(0);
    expect(said.said.map((it) => it.split(":")[0])).toEqual(["names/collision"]);
    expect(lockOf(host)).toContain("name /components/schemas/PetDto = PetDto_PetDto");
  });

  test("where what was written inline is small by now, or a schema of its own", async () => {
    const inline = (type: string): string =>
      api({}, { Pet: `type: object\n      properties: { name: { type: string }, home: ${type} }` });
    const large =
      "{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string }, d: { type: string } } }";
    const host = await project(inline(large));
    expect(index(host)).toContain("Pet_Home");
    expect((await changed(host, inline("{ type: object, properties: { a: { type: string } } }"))).code).toBe(0);
    expect(index(host)).toContain("Pet_Home");
    const named = `${inline('{ anyOf: [{ $ref: "#/components/schemas/Home" }, { type: "null" }] }')}    Home: ${large}\n`;
    expect((await changed(host, named)).code).toBe(0);
    expect(host.texts()["/project/out/types/pet.ts"]).toMatch(
      /home\?: Pet_Home \| null;[^]*export type Pet_Home = Home;/,
    );
  });

  test("where what holds it is written out the same elsewhere by now", async () => {
    const home = (inner: string): string =>
      `{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string }, d: { type: string }, inner: ${inner} } }`;
    const both = (near: string, far: string): string =>
      api({}, { Pet: `type: object\n      properties: { far: ${home(far)}, near: ${home(near)} }` });
    const small = "{ type: object, properties: { x: { type: string } } }";
    const host = await project(both(home("{ type: string }"), small));
    expect(index(host)).toContain("Pet_Near_Inner");
    expect((await changed(host, both(small, small))).code).toBe(0);
    expect(host.texts()["/project/out/types/pet.ts"]).toMatch(/interface Pet_Near \{[^}]*inner\?: Pet_Near_Inner;/);
  });

  test("where requests and answers are alike by now", async () => {
    const host = await project(
      `${api({}, { Pet: pet.replace("id: {", "id: { readOnly: true,"), Owner: owner })}`
        .replace(
          "parameters:",
          'requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }, parameters:',
        )
        .replace("    get:", "    put:"),
    );
    expect(lockOf(host)).toContain("name /components/schemas/Pet#request = Pet_Writable");
    expect((await changed(host, api())).code).toBe(0);
    expect(host.texts()["/project/out/types/pet.ts"]).toContain("export type Pet_Writable = Pet;");
    expect(index(host)).toContain("Pet_Writable");
  });

  test("in objects of values", async () => {
    const status = (values: string): string => api({}, { Pet: `type: string\n      enum: [${values}]` });
    const host = await project(status("in-progress, done"), { enums: "object" });
    expect((await changed(host, status("done, in-progress, in_progress"))).code).toBe(0);
    expect(host.texts()["/project/out/types/pet.ts"]).toMatch(
      /InProgress: "in-progress",\s+in_progress: "in_progress"/,
    );
  });
});

describe("a schema that is called otherwise", () => {
  const cat = api({ result: "Cat" }, { Cat: pet.replace("age:", "years: { type: number }, age:"), Owner: owner });

  test("stops the run, which names both, the place and the way on", async () => {
    const host = await project();
    const before = host.texts();
    expect(await changed(host, cat)).toEqual({
      code: 1,
      said: [
        "names/moved: What was called Pet and stood at /components/schemas/Pet stands here now, where it would be called Cat.",
      ],
    });
    const { stderr } = await programOn(["generate"], host);
    expect(stderr).toMatch(/api\.yaml:8:5[^]*--accept-renames/);
    expect({ ...host.texts(), "/project/api.yaml": "" }).toEqual({ ...before, "/project/api.yaml": "" });
    expect((await run(host, ["--check"])).code).toBe(1);
  });

  test("stops the run too where another schema takes its name", async () => {
    const host = await project(api(), { renames: "alias" });
    const small = "type: object\n      properties: { id: { type: string } }";
    const next = api({ result: "Cat" }, { Cat: pet, Owner: owner, Pet: small });
    expect((await changed(host, next)).said).toEqual([
      "names/moved: What was called Pet and stood at /components/schemas/Pet stands here now, where it would be called Cat.",
    ]);
    expect(await run(host, ["--accept-renames"])).toEqual({
      code: 0,
      said: ["names/renamed: What was called Pet is called Cat from now on."],
    });
    expect(Object.keys(host.texts())).not.toContain("/project/out/renamed.ts");
    expect(await run(host)).toEqual({ code: 0, said: [] });
  });

  test("is told of each where all are called otherwise, the right ones together", async () => {
    const list = (of: string): string =>
      `type: object\n      properties: { data: { type: array, items: { $ref: "#/components/schemas/${of}" } }, more: { type: boolean }, url: { type: string }, total: { type: integer } }`;
    const names = ["Cats", "Dogs", "Cows"];
    const all = (prefix: string): string =>
      api(
        { result: `${prefix}Cats` },
        Object.fromEntries(names.map((it) => [`${prefix}${it}`, list(`${prefix}${it}`)])),
      );
    const host = await project(all(""));
    expect((await changed(host, all("New"))).said.map((it) => it.replace(/ and .* be /, " "))).toEqual(
      ["Cats", "Cows", "Dogs"].map((it) => `names/moved: What was called ${it} called New${it}.`),
    );
  });

  test("is accepted, also as an alias that compilers and editors strike through", async () => {
    const host = await project(api(), { renames: "alias" });
    expect((await changed(host, cat, ["--accept-renames"])).code).toBe(0);
    expect(host.texts()["/project/out/renamed.ts"]).toContain(
      "/** @deprecated It is called {@link Cat} now. */\nexport type Pet = Cat;",
    );
    expect(index(host)).toContain('export type { Pet } from "./renamed.js";');
    expect(lockOf(host)).toContain("was /components/schemas/Cat = Pet");
    expect(await run(host, ["--check"])).toEqual({ code: 0, said: [] });
  });

  test("keeps its name where its place is corrected in the lock", async () => {
    const host = await project();
    host.writeFile(LOCK, (host.texts()[LOCK] ?? "").replace("schemas/Pet =", "schemas/Cat ="));
    expect((await changed(host, cat)).code).toBe(0);
    expect(index(host)).toContain('export type { Pet } from "./types/pet.js";');
  });

  test("is none where the old one was removed and an unlike one added", async () => {
    const host = await project();
    expect(
      await changed(
        host,
        api({ result: "Owner" }, { Owner: owner, Cat: "type: object\n      properties: { id: { type: string } }" }),
      ),
    ).toEqual({ code: 0, said: [] });
    expect(lockOf(host).some((it) => it.includes("schemas/Pet"))).toBe(false);
  });
});

test("a function and its types stay as aliases, and a name that is taken since cannot", async () => {
  const host = await project(api(), { renames: "alias" });
  await changed(host, api({ id: "operationId: fetchPet, " }), ["--accept-renames"]);
  const text = host.texts()["/project/out/renamed.ts"] ?? "";
  expect(text).toContain("export const getPet: typeof fetchPet = fetchPet;");
  expect(text).toContain("export type GetPetOutput = FetchPetOutput;");
  host.writeFile(LOCK, `${host.texts()[LOCK]}was /components/schemas/Owner = Pet\n`);
  expect((await run(host)).said).toEqual([
    "names/alias-taken: The former name Pet cannot stay as an alias, since it is the name of /components/schemas/Pet.",
  ]);
});

test("what uses the old names compiles: types, functions, objects of values", async () => {
  const state = "type: string\n      enum: [asleep, awake, away]";
  const pets = (name: string, id: string): string =>
    api(
      { id: `operationId: ${id}, `, result: name },
      { [name]: pet.replace("Owner", `${name}State`), [`${name}State`]: state },
    );
  const host = await project(pets("Pet", "getPet"), { renames: "alias", enums: "object" });
  expect((await changed(host, pets("Animal", "getAnimal"), ["--accept-renames"])).code).toBe(0);
  const files = Object.entries(host.texts()).filter(([path]) => path.startsWith("/project/out/"));
  const use = `import { createClient, getPet, isApiError, PetState, type GetPetInput, type Pet } from "./index.js";
const input: GetPetInput = { path: { id: "1" } };
const pet: Pet = await getPet(createClient(), input);
const state: PetState = PetState.Awake;
export const all: readonly unknown[] = [pet, state, isApiError(undefined, getPet, 404)];
`;
  const sdk = Object.fromEntries(files.map(([path, text]) => [path.slice("/project/out/".length), text]));
  expect(await compileAlone({ ...sdk, "use.ts": use, "package.json": '{ "type": "module" }' })).toEqual([]);
});

describe("a value that is called otherwise in an object of values", () => {
  const level = (names: string): string =>
    api({}, { Pet: pet, Owner: `type: integer\n      enum: [1, 2]\n      x-enum-varnames: [${names}]` });
  const text = (host: MemoryHost): string => host.texts()["/project/out/types/owner.ts"] ?? "";

  test("keeps its name, and once another is accepted the old one beside it", async () => {
    const host = await project(level("LOW, HIGH"), { enums: "object", renames: "alias" });
    expect((await changed(host, level("Low, HIGH"))).code).toBe(0);
    expect(text(host)).toContain("LOW: 1,");
    expect((await run(host, ["--accept-renames"])).said).toEqual([
      "names/renamed: What was called LOW is called Low from now on.",
    ]);
    expect(text(host)).toMatch(/Low: 1,\n\s+\/\*\* @deprecated It is called Low now\. \*\/\n\s+LOW: 1,\n\s+HIGH: 2,/);
    expect(lockOf(host)).toContain("was /components/schemas/Owner 1 = LOW");
    expect(await run(host, ["--check"])).toEqual({ code: 0, said: [] });
    const sdk = Object.entries(host.texts()).filter(([path]) => path.startsWith("/project/out/"));
    const use = `import { Owner } from "./index.js";
const one: 1 = Owner.LOW;
const owner: Owner = Owner.Low;
export const all: readonly unknown[] = [one, owner];
`;
    const files = Object.fromEntries(sdk.map(([path, it]) => [path.slice("/project/out/".length), it]));
    expect(await compileAlone({ ...files, "use.ts": use, "package.json": '{ "type": "module" }' })).toEqual([]);
  });

  test("leaves its old name to another value that is called so now", async () => {
    const host = await project(level("LOW, HIGH"), { enums: "object", renames: "alias" });
    expect((await changed(host, level("HIGH, LOW"), ["--accept-renames"])).code).toBe(0);
    expect(text(host)).toMatch(/= \{\s+HIGH: 1,\s+LOW: 2,\s+\}/);
    expect(lockOf(host).some((it) => it.startsWith("was "))).toBe(false);
    host.writeFile(LOCK, `${host.texts()[LOCK]}was /components/schemas/Owner 1 = LOW\n`);
    expect((await run(host)).said).toEqual([
      "names/alias-taken: The former name LOW cannot stay as an alias, since it is that of another value.",
    ]);
  });

  test("has one name alone where that is what was asked for", async () => {
    const host = await project(level("LOW, HIGH"), { enums: "object" });
    await changed(host, level("Low, HIGH"), ["--accept-renames"]);
    expect(text(host)).toMatch(/= \{\s+Low: 1,\s+HIGH: 2,\s+\}/);
  });
});

test("a name of the lock that cannot be given stops the run", async () => {
  const host = await project();
  host.writeFile(LOCK, (host.texts()[LOCK] ?? "").replace("= Owner", "= Pet"));
  expect((await run(host)).said).toContain(
    "names/lost: The lock calls this Pet, which is the name of /components/schemas/Owner.",
  );
  host.writeFile(LOCK, (host.texts()[LOCK] ?? "").replace("Owner = Pet", "Owner = Promise"));
  expect((await run(host)).said).toEqual([
    "names/lost: The lock calls this Promise, which has a meaning of its own in TypeScript or in the SDK.",
  ]);
  expect((await run(host, ["--accept-renames"])).code).toBe(0);
});
