import { describe, expect, test } from "vitest";
import { apiKeyQuery } from "../../../templates/runtime/api-key.js";
import { httpBearer } from "../../../templates/runtime/auth.js";
import { byLink } from "../../../templates/runtime/pages/by-link.js";
import { byLinkHeader } from "../../../templates/runtime/pages/by-link-header.js";
import type { OperationInput } from "../../../templates/runtime/operation.js";
import { listing } from "../support/pages.js";
import { type Answer, json, serve, type TestServer } from "../support/server.js";

const linked = { items: ["data"], paging: byLink({ from: ["next"] }) };
const last = json({ data: [2] });

/** A first page that links to this, and the page that it leads to. */
const servedWith = (next: string): Promise<TestServer> => serve(json({ data: [1], next }), last);

const secrets = {
  schemes: { bearer: httpBearer },
  security: [["bearer"]],
  auth: { bearer: "secret" },
  headers: { "x-hand": "secret" },
};
const input: OperationInput = {
  path: { id: "a" },
  query: { q: "x" },
  header: { "x-param": "secret" },
  cookie: { c: "secret" },
};

const collected = (server: TestServer, spec = linked): Promise<readonly unknown[]> =>
  listing(server.url, spec, input, { headers: { "x-call": "secret" } }, { path: "/v1/{id}/list" }, secrets).toArray();

describe("a link in the body", () => {
  test.each([
    ["?page=2", "/v1/a/list?page=2"],
    ["/v2/list/?page=2&x=%2F", "/v2/list/?page=2&x=%2F"],
    ["other", "/v1/a/other"],
  ])("may be relative to its page: %s", async (next, url) => {
    const server = await servedWith(next);
    expect(await collected(server)).toEqual([1, 2]);
    expect(server.seen.map((it) => it.url)).toEqual(["/v1/a/list?q=x", url]);
  });

  test("of the same origin is followed with all that the first request had", async () => {
    const server: TestServer = await serve((_, response) => {
      const body = server.seen.length > 1 ? { data: [2] } : { data: [1], next: `${server.url}/p?page=2` };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    expect(await collected(server)).toEqual([1, 2]);
    expect(server.seen[1]?.url).toBe("/p?page=2");
    expect(server.seen[1]?.headers).toMatchObject({
      authorization: "Bearer secret",
      "x-hand": "secret",
      "x-call": "secret",
      "x-param": "secret",
      cookie: "c=secret",
    });
  });

  test("that holds the API key already gets no second one, and a fragment hides none", async () => {
    const key = {
      schemes: { key: apiKeyQuery("api_key") },
      security: [["key"]],
      auth: { key: "k" },
    };
    const server = await serve(
      json({ data: [1], next: "?page=2&api_key=k#top" }),
      json({ data: [2], next: "?page=3#top" }),
      json({ data: [3] }),
    );
    expect(await listing(server.url, linked, {}, {}, { path: "/p" }, key).toArray()).toEqual([1, 2, 3]);
    expect(server.seen.map((it) => it.url)).toEqual(["/p?api_key=k", "/p?page=2&api_key=k", "/p?page=3&api_key=k"]);
  });

  test("of another origin gets nothing that could be a credential; the way home does", async () => {
    const home: { server?: TestServer } = {};
    const stranger = await serve((_, response) => {
      const body = { data: [2], next: `${home.server?.url}/p3` };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    home.server = await serve(json({ data: [1], next: `${stranger.url}/p2` }), json({ data: [3] }));
    expect(await collected(home.server)).toEqual([1, 2, 3]);
    expect(stranger.seen.map((it) => it.url)).toEqual(["/p2"]);
    expect(JSON.stringify(stranger.seen)).not.toContain("secret");
    expect(home.server.seen[1]?.headers).toMatchObject({ authorization: "Bearer secret", "x-hand": "secret" });
  });

  test.each([null, "", 5, "http://"])("%j is none", async (next) => {
    const server = await serve(json({ data: [1], next }));
    expect(await collected(server)).toEqual([1]);
  });

  test("back to where the list began ends it, too", async () => {
    const server = await serve(json({ data: [1], next: "?page=2" }), json({ data: [2], next: "?q=x" }), last);
    expect(await collected(server)).toEqual([1, 2]);
    expect(server.seen).toHaveLength(2);
  });

  test("back to where it stands ends the list", async () => {
    const server = await servedWith("/v1/a/list?q=x");
    expect(await collected(server)).toEqual([1]);
  });

  test("is read where `fetch` does not say what it answered for", async () => {
    const asked: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      asked.push(request.url);
      return Response.json(
        asked.length > 2 ? { data: [asked.length] } : { data: [asked.length], next: `?page=${asked.length}` },
      );
    };
    const pages = listing(
      "https://api.example.com/base",
      linked,
      { path: { id: "a" } },
      {},
      { path: "/{id}" },
      { fetch },
    );
    expect(await pages.toArray()).toEqual([1, 2, 3]);
    expect(asked).toEqual([
      "https://api.example.com/base/a",
      "https://api.example.com/base/a?page=1",
      "https://api.example.com/base/a?page=2",
    ]);
  });
});

describe("the header Link", () => {
  const followed = async (link: string | undefined): Promise<string | undefined> => {
    const first: Answer = json({ data: [1] }, 200, link === undefined ? {} : { link });
    const server = await serve(first, last);
    await collected(server, { items: ["data"], paging: byLinkHeader() });
    return server.seen[1]?.url;
  };

  test.each([
    [`</p2>; rel="next"`, "/p2"],
    [`</p2>;rel=next`, "/p2"],
    [`</p0>; rel="prev", </p2>; rel="next", </p9>; rel="last"`, "/p2"],
    [`</p2>; REL="last NEXT"`, "/p2"],
    [`</p2>; title="a, b; c \\" rel=prev"; rel=next`, "/p2"],
    [`</p1,x;y>; rel="prev", </p2,x;y>; rel="next"`, "/p2,x;y"],
    [`</p2> ; type = "a/b" ; rel = "next"`, "/p2"],
    [`</p3>; rel=prev; rel=next, </p2>; rel=next`, "/p2"],
    [`</p3>; rel=next; anchor="#x", </p2>; rel=next`, "/p2"],
    [`<>; rel="prev", </p2>; rel="next"`, "/p2"],
  ])("%s", async (link, url) => {
    expect(await followed(link)).toBe(url);
  });

  test.each([
    undefined,
    "",
    `</p2>`,
    `</p2>; rel="prev"`,
    `</p2>; title="; rel=next"`,
    `</p2>; relation=next`,
    `/p2; rel=next`,
  ])("%s names no next page", async (link) => {
    expect(await followed(link)).toBeUndefined();
  });
});
