import { describe, expect, test } from "vitest";
import { InputError } from "../../templates/runtime/errors.js";
import type { OperationSpec } from "../../templates/runtime/operation.js";
import { pathParams } from "../../templates/runtime/params/path.js";
import { queryParams } from "../../templates/runtime/params/query.js";
import { serverWith } from "../../templates/runtime/server-variables.js";
import { deepObject } from "../../templates/runtime/styles/deep-object.js";
import { label } from "../../templates/runtime/styles/label.js";
import { simpleReserved } from "../../templates/runtime/styles/reserved.js";
import { simple } from "../../templates/runtime/styles/simple.js";
import { failureOf, invoke } from "./support/operation.js";
import { json, serve } from "./support/server.js";

describe("a path parameter never changes the path", () => {
  const at = async (id: unknown, spec: Partial<OperationSpec> = {}): Promise<string | undefined> => {
    const server = await serve(json({}));
    await invoke(server.url, { path: "/a/{id}/b", ...spec }, { path: { id } });
    return server.seen[0]?.url;
  };

  test.each([
    ["in_1/a b", "/a/in_1%2Fa%20b/b"],
    ["../x", "/a/..%2Fx/b"],
    ["a?b#c%d", "/a/a%3Fb%23c%25d/b"],
    ["%2e%2e", "/a/%252e%252e/b"],
    ["%2F", "/a/%252F/b"],
    ["..\\..", "/a/..%5C../b"],
    ["a\nb\t", "/a/a%0Ab%09/b"],
    ["!'()*;:@&=+$,", "/a/%21%27%28%29%2A%3B%3A%40%26%3D%2B%24%2C/b"],
    ["...", "/a/.../b"],
    [0, "/a/0/b"],
  ])("%j", async (id, url) => {
    expect(await at(id)).toBe(url);
  });

  test.each([
    [".", "a path parameter is . or .."],
    ["..", "a path parameter is . or .."],
    ["", "the path parameter id is empty"],
    [undefined, "the path parameter id is empty"],
    [null, "the path parameter id is empty"],
  ])("%j is refused before anything is sent", async (id, problem) => {
    const server = await serve(json({}));
    const error = await failureOf(invoke(server.url, { path: "/a/{id}/b" }, { path: { id } }));
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ message: `GET /a/{id}/b: ${problem}`, operation: "Try" });
    expect(server.seen).toEqual([]);
  });

  test("not at the end of the path, not beside another parameter, not in another style", async () => {
    const refused = (path: string, input: object, style = simpleReserved): Promise<unknown> =>
      failureOf(invoke("http://127.0.0.1:1", { path, params: [pathParams({ a: style, b: style })] }, { path: input }));
    expect(await refused("/x/{a}", { a: ".." })).toBeInstanceOf(InputError);
    expect(await refused("/x/{a}?q=1", { a: ".." })).toBeInstanceOf(InputError);
    expect(await refused("/x/{a}{b}", { a: ".", b: "." })).toBeInstanceOf(InputError);
    expect(await refused("/x/{a}/y", { a: "" }, label)).toBeInstanceOf(InputError);
    expect(await refused("/x/{a}/y", { a: "." }, label)).toBeInstanceOf(InputError);
    expect(await refused("/x/{a}/y", { a: [] }, simple)).toBeInstanceOf(InputError);
  });

  test("allowReserved keeps the delimiters that are safe", async () => {
    expect(await at("a:b@c/../?#%2e%2e", { params: [pathParams({ id: simpleReserved })] })).toBe(
      "/a/a:b@c%2F..%2F%3F%23%252e%252e/b",
    );
  });

  test("a list in one segment", async () => {
    expect(await at(["x", "y/z"], { params: [pathParams({ id: simple })] })).toBe("/a/x,y%2Fz/b");
  });

  test("half of a character cannot be written", async () => {
    expect(await failureOf(at("\ud800"))).toMatchObject({
      name: "InputError",
      message: "GET /a/{id}/b: the input cannot be written",
    });
  });

  test("a parameter may be called what every object inherits", async () => {
    const server = await serve(json({}));
    await invoke(
      server.url,
      { path: "/{constructor}/{__proto__}" },
      { path: JSON.parse('{"constructor": "x", "__proto__": "y"}') },
    );
    expect(server.seen[0]?.url).toBe("/x/y");
    expect(await failureOf(invoke(server.url, { path: "/{toString}" }))).toBeInstanceOf(InputError);
  });
});

describe("the base URL", () => {
  test.each([
    ["", "/v1/x", "/v1/x"],
    ["/", "/v1/x", "/v1/x"],
    ["/api", "/v1/x", "/api/v1/x"],
    ["/api/", "/v1/x", "/api/v1/x"],
    ["/api//", "/v1/x/", "/api/v1/x/"],
    ["/api/", "/", "/api/"],
    ["/api?tenant=1", "/x", "/api/x?tenant=1"],
    ["/api?tenant=1", "/x?action=y", "/api/x?action=y&tenant=1"],
  ])("%j and the path %j", async (base, path, url) => {
    const server = await serve(json({}));
    await invoke(server.url, { path }, {}, {}, { baseUrl: server.url + base });
    expect(server.seen[0]?.url).toBe(url);
  });

  test("the call's wins over the client's, and both over the servers of the description", async () => {
    const [of, a, b] = [await serve(json("of")), await serve(json("a")), await serve(json("b"))];
    expect(await invoke(of.url, {})).toBe("of");
    expect(await invoke(of.url, {}, {}, {}, { baseUrl: a.url })).toBe("a");
    expect(await invoke(of.url, {}, {}, { baseUrl: b.url }, { baseUrl: a.url })).toBe("b");
    expect(await invoke(of.url, { servers: [{ url: b.url }] })).toBe("b");
  });

  test("a record maps each server", async () => {
    const [api, files] = [await serve(json("api")), await serve(json("files"))];
    const client = {
      servers: [{ url: "https://api.example.com" }],
      baseUrl: { "https://api.example.com": api.url, "https://files.example.com": files.url },
    };
    expect(await invoke("", {}, {}, {}, client)).toBe("api");
    expect(await invoke("", { servers: [{ url: "https://files.example.com" }] }, {}, {}, client)).toBe("files");
    expect(await invoke("", { servers: [{ url: api.url }] }, {}, {}, client)).toBe("api");
  });

  test("variables have the client's value, else their default", async () => {
    const server = await serve(json({}));
    const servers = [serverWith(`${server.url}/{region}/{stage}/`, { region: "eu", stage: "live" })];
    await invoke("", {}, {}, {}, { servers, server: { region: "us", stage: undefined } });
    await invoke("", {}, {}, {}, { servers });
    expect(server.seen.map((it) => it.url)).toEqual(["/us/live/try", "/eu/live/try"]);
  });

  test.each(["", "/relative", "api.example.com", "http://user:secret@127.0.0.1/"])(
    "%j is refused without being shown",
    async (baseUrl) => {
      const error = await failureOf(invoke("", {}, {}, {}, { baseUrl }));
      expect(error).toBeInstanceOf(InputError);
      expect(error).toMatchObject({
        message: "GET /try: fetch refuses it, is the base URL absolute?",
      });
      expect((error as InputError).cause).toBeUndefined();
    },
  );
});

describe("the query", () => {
  test("each parameter in its style, undefined ones left out", async () => {
    const server = await serve(json({}));
    const query = { limit: 3, expand: ["a", "b"], created: { gte: 1 }, none: undefined, "a[b]": "c&d" };
    await invoke(server.url, { params: [queryParams({ expand: deepObject, created: deepObject })] }, { query });
    expect(server.seen[0]?.url).toBe("/try?limit=3&expand%5B0%5D=a&expand%5B1%5D=b&created%5Bgte%5D=1&a%5Bb%5D=c%26d");
  });

  test("a path that has one of its own is continued", async () => {
    const server = await serve(json({}));
    await invoke(server.url, { path: "/x?action=list" }, { query: { a: 1 } });
    await invoke(server.url, { path: "/x" }, { query: {} });
    expect(server.seen.map((it) => it.url)).toEqual(["/x?action=list&a=1", "/x"]);
  });
});
