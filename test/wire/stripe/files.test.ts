import { Buffer } from "node:buffer";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json, type Seen } from "../../runtime/support/server.js";
import { type Generated, generateStripe, ours, theirs } from "./both.js";
import { normal } from "./normal.js";

let stripe: Generated;
const removals: (() => void)[] = [];
beforeAll(
  async () => void (stripe = await generateStripe((it) => removals.push(it), ["PostFiles", "GetQuotesQuotePdf"])),
);
afterAll(() => removals.forEach((it) => it()));

describe("files", () => {
  const bytes = new Uint8Array([0, 255, 13, 10, 45, 45, 137]);
  const meta = { expires_at: 1_767_225_600, metadata: { order: "7 & 8" } };
  const body = { purpose: "dispute_evidence", file_link_data: { create: true, ...meta } };
  const answer = json({ id: "file_1", object: "file" });

  test("go up as multipart, each part the same", async () => {
    const file = new File([bytes], "a b.png", { type: "image/png" });
    const left = await ours(stripe, "PostFiles", { body: { ...body, file } }, [answer]);
    const right = await theirs(
      (it) =>
        it.files.create({
          purpose: "dispute_evidence",
          file: { data: bytes, name: "a b.png", type: "image/png" },
          file_link_data: { create: true, ...meta },
        }),
      [answer],
    );
    expect(left.seen).toHaveLength(1);
    expect(await partsOf(left.seen)).toEqual(await partsOf(right.seen));
    expect((await partsOf(left.seen)).length).toBe(5);
    expect(left.outcome).toEqual(right.outcome);
    for (const seen of [left.seen, right.seen]) {
      expect(seen[0]).toMatchObject({ method: "POST", url: "/v1/files", headers: { accept: "application/json" } });
      expect(seen[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; ?boundary=/);
      expect(seen[0]?.headers["idempotency-key"]).toBeDefined();
    }
  });

  test("go to a host of their own, and both can send them elsewhere", async () => {
    const urls: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      urls.push(request.url);
      return Response.json({ id: "file_1" });
    };
    const { createClient, operations } = stripe.sdk;
    const options = { fetch, auth: { bearerAuth: "sk_test" } };
    const input = { body: { ...body, file: new Blob([bytes]) } };
    await operations["postFiles"]?.(createClient(options), input);
    await operations["postFiles"]?.(createClient({ ...options, baseUrl: "http://127.0.0.1:1" }), input);
    expect(urls).toEqual(["https://files.stripe.com/v1/files", "http://127.0.0.1:1/v1/files"]);
  });
});

test("a PDF comes down byte for byte", async () => {
  const pdf = Buffer.from("%PDF-1.7\n\xff\x00\xfe%%EOF", "latin1");
  const answer = { headers: { "content-type": "application/pdf" }, body: pdf };
  const left = await ours(stripe, "GetQuotesQuotePdf", { path: { quote: "qt_1" } }, [answer]);
  let theirText = "";
  const right = await theirs(
    // What the package gives is a stream, of Node's kind here.
    async (it) => (theirText = await text((await it.quotes.pdf("qt_1")) as NodeJS.ReadableStream)),
    [answer],
  );
  expect(left.outcome).toBeInstanceOf(Blob);
  expect(Buffer.from(await (left.outcome as Blob).arrayBuffer())).toEqual(pdf);
  expect(theirText).toBe(pdf.toString("utf8"));
  // The description says what the answer is, so the SDK asks for that; the package asks for JSON.
  const asJson = left.seen.map(normal).map((it) => ({ ...it, headers: { ...it.headers, accept: "application/json" } }));
  expect(asJson).toEqual(right.seen.map(normal));
});

/** The parts of a multipart body, as Node reads them. */
async function partsOf(seen: readonly Seen[]): Promise<readonly unknown[]> {
  const [{ headers, body } = { headers: {}, body: "" }] = seen;
  const response = new Response(Buffer.from(body, "latin1"), {
    headers: { "content-type": headers["content-type"] ?? "" },
  });
  const parts = [...(await response.formData())];
  return Promise.all(
    parts
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([name, it]) =>
        typeof it === "string"
          ? [name, it]
          : [name, it.name, it.type, Buffer.from(await it.arrayBuffer()).toString("hex")],
      ),
  );
}
