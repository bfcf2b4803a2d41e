import { createReadStream, openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { bodyIn } from "../../templates/runtime/body.js";
import { encodeBytes } from "../../templates/runtime/bytes-body.js";
import { InputError } from "../../templates/runtime/errors.js";
import { encodeForm, encodeFormUnlessEmpty } from "../../templates/runtime/form.js";
import { encodeJson } from "../../templates/runtime/json.js";
import { encodeMultipart } from "../../templates/runtime/multipart.js";
import { part } from "../../templates/runtime/part.js";
import type { BodySpec, OperationSpec } from "../../templates/runtime/operation.js";
import { deepObject } from "../../templates/runtime/styles/deep-object.js";
import { formJoined } from "../../templates/runtime/styles/form.js";
import { encodeText } from "../../templates/runtime/text.js";
import { encodeUnknown } from "../../templates/runtime/unknown.js";
import { failureOf, invoke } from "./support/operation.js";
import { json, serve, type Seen } from "./support/server.js";

const formType = "application/x-www-form-urlencoded";

async function sent(body: unknown, content: BodySpec, spec: Partial<OperationSpec> = {}): Promise<Seen | undefined> {
  const server = await serve(json({}));
  await invoke(server.url, { method: "POST", body: content, ...spec }, { body });
  return server.seen[0];
}

describe("JSON", () => {
  const content: BodySpec = { contentType: "application/vnd.api+json", encode: encodeJson };

  test.each<readonly [unknown, string]>([
    [{ a: 1, b: undefined, c: null, d: new Date(0) }, '{"a":1,"c":null,"d":"1970-01-01T00:00:00.000Z"}'],
    [[], "[]"],
    ["text", '"text"'],
    [null, "null"],
    [false, "false"],
  ])("%j", async (body, text) => {
    expect(await sent(body, content)).toMatchObject({
      body: text,
      headers: { "content-type": "application/vnd.api+json" },
    });
  });

  test("what cannot be written is an input error", async () => {
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    for (const body of [circular, 1n]) {
      const error = await failureOf(sent(body, content));
      expect(error).toBeInstanceOf(InputError);
      expect(error).toMatchObject({ message: "POST /try: the input cannot be written", cause: expect.any(TypeError) });
    }
  });
});

describe("forms", () => {
  const form = async (
    body: unknown,
    styles: BodySpec["styles"] = {},
    spec: Partial<OperationSpec> = {},
  ): Promise<Seen | undefined> => sent(body, { contentType: formType, encode: encodeForm, styles }, spec);

  test("at any depth, in the style of each property", async () => {
    const body = {
      expand: ["customer", "subscription"],
      items: [
        { price: "p1", quantity: 2 },
        { price: "p2", tiers: [{ up_to: null }] },
      ],
      metadata: { order: "7 8", "a[b]": "&=", gone: undefined },
      tags: ["x", "y"],
      joined: ["x", "y"],
      active: true,
      note: "",
      since: new Date(0),
      big: 2n ** 64n,
      nothing: undefined,
      cleared: null,
    };
    const seen = await form(body, { expand: deepObject, items: deepObject, metadata: deepObject, joined: formJoined });
    expect(seen?.headers["content-type"]).toBe(formType);
    expect(seen?.body.split("&")).toEqual([
      "expand[0]=customer",
      "expand[1]=subscription",
      "items[0][price]=p1",
      "items[0][quantity]=2",
      "items[1][price]=p2",
      "items[1][tiers][0][up_to]=",
      "metadata[order]=7%208",
      "metadata[a%5Bb%5D]=%26%3D",
      "tags=x",
      "tags=y",
      "joined=x,y",
      "active=true",
      "note=",
      "since=1970-01-01T00%3A00%3A00.000Z",
      "big=18446744073709551616",
      "cleared=",
    ]);
  });

  test("objects without a style are JSON, as their content type is by default", async () => {
    const seen = await form({ a: { b: [1] }, c: [{ d: 1 }, { d: 2 }] });
    expect([...new URLSearchParams(seen?.body)]).toEqual([
      ["a", '{"b":[1]}'],
      ["c", '{"d":1}'],
      ["c", '{"d":2}'],
    ]);
  });

  test("properties may be called what every object inherits", async () => {
    expect((await form({ constructor: "x", toString: ["y"] }))?.body).toBe("constructor=x&toString=y");
  });

  test("an empty one is no body where the method mostly has none", async () => {
    const body = { contentType: formType, encode: encodeFormUnlessEmpty };
    for (const method of ["GET", "DELETE"]) {
      const seen = await sent({ gone: undefined }, body, { method });
      expect(seen).toMatchObject({ method, body: "" });
      expect(seen?.headers).not.toHaveProperty("content-type");
      expect(seen?.headers).not.toHaveProperty("transfer-encoding");
    }
    expect((await form({}))?.headers).toMatchObject({ "content-type": formType, "content-length": "0" });
  });

  test("DELETE sends one that is not empty, GET cannot", async () => {
    const body = { contentType: formType, encode: encodeFormUnlessEmpty };
    expect(await sent({ a: 1 }, body, { method: "DELETE" })).toMatchObject({ method: "DELETE", body: "a=1" });
    expect(await failureOf(sent({ a: 1 }, body, { method: "GET" }))).toBeInstanceOf(InputError);
  });
});

/** The parts of a multipart body: head and content. */
function piecesOf(seen: Seen | undefined): readonly string[] {
  const [, boundary = ""] = /boundary=([\w-]+)/.exec(seen?.headers["content-type"] ?? "") ?? [];
  const pieces = (seen?.body ?? "").split(`--${boundary}`).slice(1, -1);
  return pieces.map((it) => it.slice(2, -2));
}

async function* bytesOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const it of texts) yield new TextEncoder().encode(it);
}

describe("multipart", () => {
  const multipart = async (body: unknown, rest: Partial<BodySpec> = {}): Promise<FormData> => {
    const seen = await sent(body, { encode: encodeMultipart, ...rest });
    const headers = { "content-type": seen?.headers["content-type"] ?? "" };
    return new Response(Buffer.from(seen?.body ?? "", "latin1"), { headers }).formData();
  };

  test("texts, files, arrays of files, objects", async () => {
    const file = new File(["PDF"], "ä.pdf", { type: "application/pdf" });
    const form = await multipart({
      purpose: "dispute_evidence",
      big: 2n ** 64n,
      file,
      raw: new Uint8Array([1, 2]),
      many: [new Blob(["1"]), new Blob(["2"])],
      tags: ["x", "y"],
      meta: { a: 1 },
      gone: undefined,
    });
    expect([...form.keys()]).toEqual(["purpose", "big", "file", "raw", "many", "many", "tags", "tags", "meta"]);
    expect([form.get("purpose"), form.get("big"), form.getAll("tags")]).toEqual([
      "dispute_evidence",
      "18446744073709551616",
      ["x", "y"],
    ]);
    const sentFile = form.get("file") as File;
    expect([sentFile.name, sentFile.type, await sentFile.text()]).toEqual(["ä.pdf", "application/pdf", "PDF"]);
    expect(new Uint8Array(await (form.get("raw") as File).arrayBuffer())).toEqual(new Uint8Array([1, 2]));
    expect(await Promise.all(form.getAll("many").map((it) => (it as File).text()))).toEqual(["1", "2"]);
    expect(form.get("meta")).toBe('{"a":1}');
  });

  test("content types that the description gives", async () => {
    const parts = {
      csv: { contentType: "text/csv" },
      image: { contentType: "image/png, image/jpeg" },
      file: { contentType: "image/png" },
      typed: { contentType: "image/png" },
      note: { contentType: "text/plain", headers: { "X-Lang": "en" } },
    };
    const body = {
      csv: "a,b",
      image: new Blob(["x"], { type: "image/jpeg" }),
      file: new File(["y"], "y.png"),
      typed: new Blob(["z"], { type: "image/gif" }),
      note: "plain",
    };
    const form = await multipart(body, { parts });
    expect(form.get("csv")).toBe("a,b");
    expect(["image", "file", "typed"].map((it) => (form.get(it) as File).type)).toEqual([
      "image/jpeg",
      "image/png",
      "image/gif",
    ]);
    expect((form.get("file") as File).name).toBe("y.png");
    expect(form.get("note")).toBe("plain");
  });

  test("each part with its headers, files alone with a name, none able to end another", async () => {
    const body = {
      meta: { a: 1 },
      'a"\r\nb': "x\ny",
      file: new File(["z"], 'c"\nd.txt'),
      gone: [undefined],
    };
    const parts = { meta: { headers: { "X-Kind": "m" } }, file: { contentType: "text/csv" } };
    const seen = await sent(body, { encode: encodeMultipart, parts });
    const type = seen?.headers["content-type"] ?? "";
    const boundary = /^multipart\/form-data; ?boundary=([\w-]+)$/.exec(type)?.[1] ?? expect.fail(type);
    expect(seen?.headers["content-length"]).toBe(String(seen?.body.length));
    expect(seen?.body.split(`--${boundary}`)).toEqual([
      "",
      '\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\nX-Kind: m\r\n\r\n{"a":1}\r\n',
      '\r\nContent-Disposition: form-data; name="a%22%0D%0Ab"\r\n\r\nx\ny\r\n',
      '\r\nContent-Disposition: form-data; name="file"; filename="c%22%0Ad.txt"\r\nContent-Type: text/csv\r\n\r\nz\r\n',
      "--\r\n",
    ]);
  });

  test("what a Blob reads from elsewhere is read when it is sent", async () => {
    const path = fileURLToPath(import.meta.url);
    const form = await multipart({ file: await openAsBlob(path) });
    expect(await (form.get("file") as File).text()).toBe(await readFile(path, "utf8"));
  });

  test("styles give one part a pair", async () => {
    const form = await multipart({ link: { create: true, "a=b": "x&y=z é" } }, { styles: { link: deepObject } });
    expect([...form]).toEqual([
      ["link[create]", "true"],
      ["link[a=b]", "x&y=z é"],
    ]);
  });

  test("what a call tells of a part comes before all else", async () => {
    const file = part(new Blob(["1"], { type: "image/png" }), { filename: "1.gif", contentType: "image/gif" });
    const note = part("hi", { headers: { "X-Lang": "en", "X-Sum": "9" } });
    const parts = { note: { contentType: "text/plain", headers: { "X-Lang": "de" } } };
    const seen = await sent({ file, note, pages: [part(new Uint8Array([50]))] }, { encode: encodeMultipart, parts });
    expect(piecesOf(seen)).toEqual([
      'Content-Disposition: form-data; name="file"; filename="1.gif"\r\nContent-Type: image/gif\r\n\r\n1',
      'Content-Disposition: form-data; name="note"\r\nContent-Type: text/plain\r\nX-Lang: en\r\nX-Sum: 9\r\n\r\nhi',
      'Content-Disposition: form-data; name="pages"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\n2',
    ]);
  });

  test.each([
    { headers: { "X-A": "1\r\nX-B: 2" } },
    { headers: { "X-A:": "1" } },
    { contentType: "text/plain\r\n\r\nx" },
    { headers: { "X-A": "\0" } },
  ])("no part can write a header of its own by %j", async (options) => {
    const error = await failureOf(sent({ a: part("x", options) }, { encode: encodeMultipart }));
    expect(error).toMatchObject({ name: "InputError", cause: expect.any(TypeError) });
  });

  test("another type is sent as such, a list by position", async () => {
    const contentType = "multipart/related";
    const body = [{ a: 1 }, part(new Blob(["x"]), { headers: { "Content-ID": "<x>" } }), new File(["y"], "y.png")];
    const spec = { prefix: [{ contentType: "application/ld+json" }], item: { contentType: "image/png" } };
    const seen = await sent(body, { encode: encodeMultipart, contentType, ...spec });
    expect(seen?.headers["content-type"]).toMatch(
      /^multipart\/related; type="application\/ld\+json"; boundary=[\w-]+$/,
    );
    expect(piecesOf(seen)).toEqual([
      'Content-Type: application/ld+json\r\n\r\n{"a":1}',
      "Content-Type: image/png\r\nContent-ID: <x>\r\n\r\nx",
      'Content-Disposition: attachment; filename="y.png"\r\nContent-Type: image/png\r\n\r\ny',
    ]);
    const named = await sent({ a: "1" }, { encode: encodeMultipart, contentType: "multipart/mixed" });
    expect(named?.headers["content-type"]).toMatch(/^multipart\/mixed; boundary=[\w-]+$/);
    expect(piecesOf(named)).toEqual(['Content-Disposition: form-data; name="a"\r\n\r\n1']);
  });

  test.each<readonly [string, () => unknown]>([
    ["a stream", () => new Blob(["abc"]).stream()],
    ["a stream of Node's", () => createReadStream(fileURLToPath(new URL("./tsconfig.json", import.meta.url)))],
    ["a generator", () => bytesOf("ab", "c")],
  ])("%s is sent while it is read, once", async (_, file) => {
    const server = await serve(json({}, 503));
    const body = { before: "1", file: part(file(), { filename: "a.txt" }), after: new Blob(["2"]) };
    const put = { method: "PUT", body: { encode: encodeMultipart } };
    expect(await failureOf(invoke(server.url, put, { body }))).toMatchObject({ status: 503 });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]?.headers["transfer-encoding"]).toBe("chunked");
    const [, content = ""] = /filename="a.txt"\r\n.*\r\n\r\n([^]*?)\r\n--/.exec(server.seen[0]?.body ?? "") ?? [];
    expect(content).toMatch(/^abc$|^\{[^]*\}\s*$/);
    expect(piecesOf(server.seen[0])[2]).toMatch(/name="after"[^]*2$/);
  });

  test("a stream that breaks breaks the call, and one that is not read to its end is ended", async () => {
    const server = await serve(json({}));
    const post = { method: "POST", body: { encode: encodeMultipart } };
    const failing = (async function* (): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error("disk");
    })();
    expect(await failureOf(invoke(server.url, post, { body: { failing } }))).toMatchObject({ name: "ConnectionError" });
    let ended = false;
    const endless = (async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(1_000);
      } finally {
        ended = true;
      }
    })();
    await failureOf(invoke(server.url, post, { body: { endless } }, { timeoutMs: 100 }));
    await vi.waitFor(() => expect(ended).toBe(true));
  });

  test("where the platform sends no streams the call says so", async () => {
    // As browsers do that take it for a text.
    class Textual extends Request {
      constructor(url: string, init: RequestInit) {
        super(url, { ...init, ...(init.body instanceof ReadableStream && { body: String(init.body) }) });
      }
    }
    vi.stubGlobal("Request", Textual);
    const error = await failureOf(sent({ file: bytesOf("abc") }, { encode: encodeMultipart }));
    vi.unstubAllGlobals();
    expect(error).toMatchObject({
      name: "InputError",
      cause: { message: "This platform sends no streams, give a Blob." },
    });
  });
});

describe("text and bytes", () => {
  test("text as it is", async () => {
    const seen = await sent("<a>é</a>", { contentType: "application/xml", encode: encodeText });
    expect(Buffer.from(seen?.body ?? "", "latin1").toString()).toBe("<a>é</a>");
    expect(seen?.headers["content-type"]).toBe("application/xml");
  });

  test.each<readonly [string, () => unknown]>([
    ["a Blob", () => new Blob(["abc"])],
    ["an ArrayBuffer", () => new TextEncoder().encode("abc").buffer],
    ["a view of one", () => new TextEncoder().encode("xabcx").subarray(1, 4)],
    ["a stream", () => new Blob(["abc"]).stream()],
    ["what gives bytes as they come", () => bytesOf("a", "bc")],
    ["a string", () => "abc"],
  ])("%s", async (_, body) => {
    const seen = await sent(body(), { contentType: "application/octet-stream", encode: encodeBytes });
    expect(seen).toMatchObject({ body: "abc", headers: { "content-type": "application/octet-stream" } });
  });

  test("under a range of media types the value's own is sent", async () => {
    const seen = await sent(new Blob(["x"], { type: "image/png" }), { encode: encodeBytes });
    expect(seen?.headers["content-type"]).toBe("image/png");
  });
});

describe("a body of which nothing is known", () => {
  test.each<readonly [string, () => unknown, string, string | undefined]>([
    ["an object", () => ({ a: 1 }), '{"a":1}', "application/json"],
    ["a list", () => [1], "[1]", "application/json"],
    ["a string", () => "abc", "abc", "text/plain;charset=UTF-8"],
    [
      "URLSearchParams",
      () => new URLSearchParams({ a: "b" }),
      "a=b",
      "application/x-www-form-urlencoded;charset=UTF-8",
    ],
    ["a Blob", () => new Blob(["abc"], { type: "a/b" }), "abc", "a/b"],
    ["bytes", () => new TextEncoder().encode("abc"), "abc", undefined],
    ["a stream", () => new Blob(["abc"]).stream(), "abc", undefined],
  ])("%s", async (_, body, text, type) => {
    const seen = await sent(body(), { encode: encodeUnknown });
    expect(seen?.body).toBe(text);
    expect(seen?.headers["content-type"]).toBe(type);
  });

  test("FormData", async () => {
    const body = new FormData();
    body.append("a", "b");
    const seen = await sent(body, { encode: encodeUnknown });
    expect(seen?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen?.body).toContain('name="a"\r\n\r\nb\r\n');
  });
});

describe("several media types", () => {
  const bodies: Readonly<Record<string, BodySpec>> = {
    "application/json": { contentType: "application/json", encode: encodeJson },
    "text/plain": { contentType: "text/plain", encode: encodeText },
  };

  test("the first by default, another by contentType", async () => {
    const server = await serve(json({}));
    await invoke(server.url, { method: "POST", body: bodyIn(undefined, bodies) }, { body: "x" });
    await invoke(server.url, { method: "POST", body: bodyIn("text/plain", bodies) }, { body: "x" });
    expect(server.seen.map((it) => [it.headers["content-type"], it.body])).toEqual([
      ["application/json", '"x"'],
      ["text/plain", "x"],
    ]);
  });

  test("one that is unknown is refused", async () => {
    const server = await serve(json({}));
    const refused = await failureOf(
      invoke(server.url, { method: "POST", body: bodyIn("text/csv", bodies) }, { body: "x" }),
    );
    expect(refused).toMatchObject({ name: "InputError", cause: { message: "The operation takes no text/csv body." } });
    expect(server.seen).toEqual([]);
  });
});
