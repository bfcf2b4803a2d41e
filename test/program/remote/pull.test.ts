import { describe, expect, test } from "vitest";
import { type Answer, type Reply, serve, type TestServer } from "../../runtime/support/server.js";
import { type MemoryHost, memoryHost } from "../../support/memory-host.js";
import { programOn, tinySpec } from "../../support/program.js";

const api = `openapi: 3.1.1
info: { title: T, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": { description: Pets, content: { application/json: { schema: { $ref: "schemas/pet.yaml" } } } }
`;
const pet = "type: object\nproperties: { name: { type: string } }\n";

/** A server that has files by path; what is not there is 404. */
const site = (files: Readonly<Record<string, string | Reply>>): Promise<TestServer> =>
  serve((request, response) => {
    const file = files[request.url];
    const {
      status = file === undefined ? 404 : 200,
      headers = {},
      body = "",
    }: Reply = typeof file === "string" ? { body: file } : (file ?? {});
    response.writeHead(status, headers).end(body);
  });

/** A package whose config names an input; the network is the real one. */
function project(config: object, env: Readonly<Record<string, string>> = {}): MemoryHost {
  const settings = { output: "sdk", ...config };
  return memoryHost({
    env,
    fetch: (url, init) => fetch(url, init),
    files: {
      "/project/package.json": "{}",
      "/project/node_modules/x/index.js": "",
      "/project/sdkwright.config.json": JSON.stringify(settings),
    },
  });
}
const http = { remote: { http: true } };

async function run(args: readonly string[], host: MemoryHost) {
  const { code, stdout } = await programOn([...args, "--json"], host);
  const { pulled = [], diagnostics } = JSON.parse(stdout);
  return {
    code,
    pulled: pulled.map((it: { url: string; state: string }) => `${it.state} ${new URL(it.url).pathname}`),
    said: diagnostics.map((it: { code: string; message: string }) => `${it.code}: ${it.message}`),
  };
}

describe("sdkwright pull", () => {
  test("tells people what came of each URL, a line each", async () => {
    const { url } = await site({ "/v1/api.yaml": api, "/v1/schemas/pet.yaml": pet });
    const { stdout } = await programOn(["pull"], project({ input: `${url}/v1/api.yaml`, ...http }));
    expect(stdout).toBe(`added   ${url}/v1/api.yaml\nadded   ${url}/v1/schemas/pet.yaml\n`);
  });

  test("gets an input and what it refers to, and generate works with the copies alone", async () => {
    const { url, seen } = await site({ "/v1/api.yaml": api, "/v1/schemas/pet.yaml": pet });
    const host = project({ input: `${url}/v1/api.yaml`, ...http });
    expect(await run(["pull"], host)).toEqual({
      code: 0,
      pulled: ["added /v1/api.yaml", "added /v1/schemas/pet.yaml"],
      said: [],
    });
    const folder = `/project/sdkwright.remote/${new URL(url).host.replace(":", "_")}/v1`;
    expect(host.texts()[`${folder}/api.yaml`]).toBe(api);
    expect(host.texts()[`${folder}/schemas/pet.yaml`]).toBe(pet);
    const lock = host.texts()["/project/sdkwright.lock"] ?? "";
    expect(lock.split("\n").filter((it) => it.startsWith("remote sha256-")).length).toBe(2);
    const asked = seen.length;
    expect(await run(["generate"], { ...host, fetch: () => Promise.reject(new Error("asked")) })).toMatchObject({
      code: 0,
      said: [],
    });
    expect(seen.length).toBe(asked);
    expect(Object.keys(host.texts())).toContain("/project/sdk/types/pet.ts");
  });

  test("says what changed, asks with the ETag, and removes what nothing names any more", async () => {
    const files: Record<string, string | Reply> = {
      "/api.yaml": { headers: { etag: '"one"' }, body: api },
      "/schemas/pet.yaml": pet,
    };
    const { url, seen } = await site(files);
    const host = project({ input: `${url}/api.yaml`, ...http });
    await run(["pull"], host);
    files["/api.yaml"] = { status: 304 };
    files["/schemas/pet.yaml"] = `${pet}description: A pet\n`;
    expect((await run(["pull"], host)).pulled).toEqual(["same /api.yaml", "changed /schemas/pet.yaml"]);
    expect(seen.at(-2)?.headers["if-none-match"]).toBe('"one"');
    files["/api.yaml"] = { body: api.replace('{ $ref: "schemas/pet.yaml" }', "{ type: string }") };
    expect((await run(["pull"], host)).pulled).toEqual(["changed /api.yaml", "removed /schemas/pet.yaml"]);
    expect(Object.keys(host.texts()).filter((it) => it.endsWith("pet.yaml"))).toEqual([]);
  });

  test("of several projects pins what all of them name, and of a chosen one keeps the pins of the others", async () => {
    const { url, seen } = await site({ "/a.yaml": api, "/b.yaml": api, "/schemas/pet.yaml": pet });
    const [a, b] = ["a", "b"].map((it) => ({ name: it, output: it, input: `${url}/${it}.yaml` }));
    const host = project({ output: undefined, projects: [a, b], ...http });
    expect((await run(["pull"], host)).pulled).toEqual(["added /a.yaml", "added /b.yaml", "added /schemas/pet.yaml"]);
    expect(seen).toHaveLength(3);
    expect((await run(["pull", "-p", "b"], host)).pulled).toEqual(["same /b.yaml", "same /schemas/pet.yaml"]);
    expect(await programOn(["generate"], host)).toMatchObject({ code: 0 });
    host.writeFile("/project/sdkwright.config.json", JSON.stringify({ projects: [b], ...http }));
    expect((await run(["pull"], host)).pulled).toEqual(["removed /a.yaml", "same /b.yaml", "same /schemas/pet.yaml"]);
  });

  test("of an input that is named by hand keeps the pins of the config's own", async () => {
    const { url } = await site({ "/a.yaml": api, "/b.yaml": api, "/schemas/pet.yaml": pet });
    const host = project({ input: `${url}/a.yaml`, ...http });
    await run(["pull"], host);
    expect((await run(["pull", `${url}/b.yaml`], host)).pulled).toEqual(["added /b.yaml", "same /schemas/pet.yaml"]);
    expect(await programOn(["generate"], host)).toMatchObject({ code: 0 });
  });

  test("of a config that only --config names keeps what another beside it has pinned, and they share a copy", async () => {
    const files: Record<string, string> = { "/a.yaml": api, "/b.yaml": api, "/schemas/pet.yaml": pet };
    const { url } = await site(files);
    const host = project({ input: `${url}/a.yaml`, ...http });
    host.writeFile("/project/b.json", JSON.stringify({ input: `${url}/b.yaml`, output: "b", ...http }));
    await run(["pull"], host);
    files["/schemas/pet.yaml"] = `${pet}description: A pet\n`;
    expect((await run(["pull", "-c", "b.json"], host)).pulled).toEqual(["added /b.yaml", "added /schemas/pet.yaml"]);
    for (const args of [[], ["-c", "b.json"]])
      expect(await run(["generate", ...args], host)).toMatchObject({ code: 0, said: [] });
    files["/b.yaml"] = tinySpec;
    expect((await run(["pull", "-c", "b.json"], host)).pulled).toEqual([
      "changed /b.yaml",
      "removed /schemas/pet.yaml",
    ]);
    expect(await run(["generate", "--check"], host)).toMatchObject({ code: 0, said: [] });
  });

  test("is seen by a run that would end early", async () => {
    const files: Record<string, string> = { "/api.yaml": api, "/schemas/pet.yaml": pet };
    const { url } = await site(files);
    const host = project({ input: `${url}/api.yaml`, ...http });
    await run(["pull"], host);
    await run(["generate"], host);
    const stages = async (): Promise<readonly string[]> =>
      JSON.parse((await programOn(["generate", "--json"], host)).stdout).stages.map((it: { name: string }) => it.name);
    expect(await stages()).toEqual(["unchanged"]);
    files["/schemas/pet.yaml"] = "type: number\n";
    await run(["pull"], host);
    expect(await stages()).toContain("emit");
  });

  test("sends the headers of a host to it alone, filled from the environment, and writes them nowhere", async () => {
    const other = await site({ "/pet.yaml": pet });
    const { url, seen } = await site({ "/api.yaml": api.replace("schemas/pet.yaml", `${other.url}/pet.yaml`) });
    const [own, foreign] = [new URL(url).host, new URL(other.url).host];
    const remote = { http: true, allow: [foreign], headers: { [own]: { Authorization: "Bearer ${API_TOKEN}" } } };
    const host = project({ input: `${url}/api.yaml`, remote }, { API_TOKEN: "s3cret" });
    expect((await run(["pull"], host)).said).toEqual([]);
    expect(seen[0]?.headers.authorization).toBe("Bearer s3cret");
    expect(other.seen[0]?.headers.authorization).toBeUndefined();
    expect(JSON.stringify(host.texts())).not.toContain("s3cret");
  });

  test("follows a redirect, with the headers of the host that it leads to", async () => {
    const other = await site({ "/real.yaml": api.replace('{ $ref: "schemas/pet.yaml" }', "{ type: string }") });
    const { url } = await site({ "/api.yaml": { status: 302, headers: { location: `${other.url}/real.yaml` } } });
    const [own, foreign] = [new URL(url).host, new URL(other.url).host];
    const remote = { http: true, allow: [foreign], headers: { [own]: { Authorization: "x" } } };
    expect((await run(["pull"], project({ input: `${url}/api.yaml`, remote }))).said).toEqual([]);
    expect(other.seen[0]?.headers.authorization).toBeUndefined();
    const refused = await run(["pull"], project({ input: `${url}/api.yaml`, ...http }));
    expect(refused.said).toEqual([
      `remote/failed: ${url}/api.yaml cannot be pulled: the host ${foreign} is not allowed.`,
    ]);
  });
});

describe("nothing is written", () => {
  const endless: Answer = (request, response) => void response.writeHead(302, { location: request.url }).end();
  const cut: Answer = (_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("openapi");
    response.destroy();
  };

  const flood: Answer = (_, response) => {
    const pour = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(4 << 20, "#"))) continue;
      response.once("drain", pour);
    };
    response.writeHead(200);
    pour();
  };

  test.each<[string, Answer, RegExp]>([
    ["a status", { status: 403 }, /it is answered with status 403/],
    ["redirects without end", endless, /it redirects more than 5 times/],
    ["half an answer", cut, /cannot be pulled/],
    ["an answer without end", flood, /it is larger than 100 MiB/],
  ])("for %s", async (_, answer, message) => {
    const { url } = await serve(answer);
    const host = project({ input: `${url}/api.yaml`, ...http });
    const { code, said, pulled } = await run(["pull"], host);
    expect(said.length).toBe(1);
    expect(said[0]).toMatch(message);
    expect({ code, pulled }).toEqual({ code: 1, pulled: [] });
    expect(Object.keys(host.texts()).filter((it) => it.includes("sdkwright.remote") || it.endsWith(".lock"))).toEqual(
      [],
    );
  });

  test("without the headers that were meant for a host, and the message says for which hosts there are some", async () => {
    const { url } = await serve({ status: 401 });
    const remote = { http: true, headers: { "127.0.0.1": { Authorization: "x" } } };
    const { said } = await run(["pull"], project({ input: `${url}/api.yaml`, remote }));
    expect(said).toEqual([
      `remote/failed: ${url}/api.yaml cannot be pulled: it is answered with status 401, and remote.headers has nothing for the host ${new URL(url).host}, but for 127.0.0.1.`,
    ]);
  });

  test("when one of several fails, and what was there stays", async () => {
    const files: Record<string, string> = { "/api.yaml": api, "/schemas/pet.yaml": pet };
    const { url } = await site(files);
    const host = project({ input: `${url}/api.yaml`, ...http });
    await run(["pull"], host);
    const before = host.texts();
    files["/api.yaml"] = `${api}# more\n`;
    delete files["/schemas/pet.yaml"];
    expect((await run(["pull"], host)).code).toBe(1);
    expect(host.texts()).toEqual(before);
  });

  test.each([
    ["over http without consent", {}, /asked over http, .* and remote has no http: true\./],
    ["from a host that only a reference names", http, /the host 127\.0\.0\.1:1 is not allowed/],
  ])("%s", async (_, config, message) => {
    const { url } = await site({ "/api.yaml": api.replace("schemas/pet.yaml", "http://127.0.0.1:1/pet.yaml") });
    const { said } = await run(["pull"], project({ input: `${url}/api.yaml`, ...config }));
    expect(said.length).toBe(1);
    expect(said[0]).toMatch(message);
  });

  test("without the variable that a header needs, whose value no message tells", async () => {
    const { url, seen } = await site({ "/api.yaml": api });
    const headers = { [new URL(url).host]: { Authorization: "Bearer ${API_TOKEN}" } };
    const { said } = await run(["pull"], project({ input: `${url}/api.yaml`, remote: { http: true, headers } }));
    expect(said).toEqual([`remote/failed: ${url}/api.yaml cannot be pulled: the environment has no API_TOKEN.`]);
    expect(seen).toEqual([]);
  });
});

test("a copy in which git has changed the line breaks is one", async () => {
  const text = api.replace('{ $ref: "schemas/pet.yaml" }', "{ type: string }");
  const { url } = await site({ "/api.yaml": text, "/crlf.yaml": text.replaceAll("\n", "\r\n") });
  const other = { "api.yaml": text.replaceAll("\n", "\r\n"), "crlf.yaml": text };
  for (const [name, now] of Object.entries(other)) {
    const host = project({ input: `${url}/${name}`, ...http });
    await run(["pull"], host);
    const path = Object.keys(host.texts()).find((it) => it.endsWith(`/${name}`)) ?? "";
    host.writeFile(path, now);
    expect((await run(["generate"], host)).said).toEqual([]);
  }
});

test("a copy that was edited is no copy, and pull gets it anew whatever its ETag", async () => {
  const text = api.replace('{ $ref: "schemas/pet.yaml" }', "{ type: string }");
  const { url, seen } = await site({ "/api.yaml": { headers: { etag: '"one"' }, body: text } });
  const host = project({ input: `${url}/api.yaml`, ...http });
  await run(["pull"], host);
  const path = Object.keys(host.texts()).find((it) => it.endsWith("/api.yaml")) ?? "";
  host.writeFile(path, `${text}# edited\n`);
  expect((await run(["generate"], host)).said).toEqual([
    `remote/changed: ${path.replace("/project/", "")} is not what was pulled from ${url}/api.yaml.`,
  ]);
  await run(["pull"], host);
  expect(seen.at(-1)?.headers["if-none-match"]).toBeUndefined();
  expect(host.texts()[path]).toBe(text);
});

test("a local description that refers to a URL is told to pull it", async () => {
  const { url } = await site({ "/pet.yaml": pet });
  const host = project({ input: "api.yaml", remote: { http: true, allow: [new URL(url).host] } });
  host.writeFile("/project/api.yaml", api.replace("schemas/pet.yaml", `${url}/pet.yaml`));
  expect((await run(["generate"], host)).said).toEqual([
    `remote/not-pulled: There is no copy of ${url}/pet.yaml here.`,
  ]);
  expect((await run(["pull"], host)).pulled).toEqual(["added /pet.yaml"]);
  expect(await run(["generate"], host)).toMatchObject({ code: 0, said: [] });
});

describe("a page that names its description", () => {
  const redoc = (url: string): string => `<redoc spec-url="${url}"></redoc>`;

  test("at an allowed host is read from the copy that pull made", async () => {
    const { url } = await site({ "/v1/api.yaml": api, "/v1/schemas/pet.yaml": pet });
    const host = project({ input: "page.html", remote: { http: true, allow: [new URL(url).host] } });
    host.writeFile("/project/page.html", redoc(`${url}/v1/api.yaml#top`));
    expect((await run(["generate"], host)).said).toEqual([
      `remote/not-pulled: There is no copy of ${url}/v1/api.yaml here.`,
    ]);
    expect((await run(["pull"], host)).pulled).toEqual(["added /v1/api.yaml", "added /v1/schemas/pet.yaml"]);
    expect(await run(["generate"], host)).toMatchObject({ code: 0, said: [] });
    expect(Object.keys(host.texts())).toContain("/project/sdk/types/pet.ts");
  });

  test("at a host that is not allowed is refused by name, also by pull", async () => {
    const { url, seen } = await site({ "/api.yaml": api });
    const host = project({ input: "page.html", ...http });
    host.writeFile("/project/page.html", redoc(`${url}/api.yaml`));
    for (const verb of ["generate", "pull"])
      expect((await run([verb], host)).said).toEqual([
        `remote/not-allowed: ${url}/api.yaml is not read: the host ${new URL(url).host} is not allowed.`,
      ]);
    expect(seen).toEqual([]);
  });

  test("and is remote itself, with the script that it loads, is pulled whole", async () => {
    const { url } = await site({
      "/docs": '<div id="swagger-ui"></div><script src="docs/static/swagger-initializer.js"></script>',
      "/docs/static/swagger-initializer.js": 'SwaggerUIBundle({ url: "/docs/api.yaml" })',
      "/docs/api.yaml": api,
      "/docs/schemas/pet.yaml": pet,
    });
    const host = project({ input: `${url}/docs`, ...http });
    expect(await run(["pull"], host)).toEqual({
      code: 0,
      pulled: [
        "added /docs",
        "added /docs/api.yaml",
        "added /docs/schemas/pet.yaml",
        "added /docs/static/swagger-initializer.js",
      ],
      said: [],
    });
    expect(await run(["generate"], { ...host, fetch: () => Promise.reject(new Error("asked")) })).toMatchObject({
      code: 0,
      said: [],
    });
    expect(Object.keys(host.texts())).toContain("/project/sdk/types/pet.ts");
  });

  test("never reaches from another site into the disk", async () => {
    const { url } = await site({ "/docs.html": redoc("file:///project/api.yaml") });
    const host = project({ input: `${url}/docs.html`, ...http });
    host.writeFile("/project/api.yaml", api);
    expect((await run(["pull"], host)).said).toEqual([
      "read/page-refused: The page shows the description file:///project/api.yaml, which is not read: it is neither a URL of https nor a path.",
    ]);
  });
});
