import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const runtime = new URL("../../templates/runtime/", import.meta.url).pathname;

test("an SDK with one JSON call stays small", async () => {
  const size = await bundledSize(`
    import { call } from "${runtime}call.ts";
    import { createClient } from "${runtime}client.ts";
    import { httpBearer } from "${runtime}auth.ts";
    import { encodeJson } from "${runtime}json.ts";
    const client = createClient(
      { servers: [{ url: "https://api.example.com" }], schemes: { bearer: { apply: httpBearer } }, security: [["bearer"]] },
      { auth: { bearer: "token" } },
    );
    export const created = await call(
      client,
      { id: "CreatePet", method: "POST", path: "/pets", body: { contentType: "application/json", encode: encodeJson }, accept: "application/json" },
      { body: { name: "Rex" } },
    );`);
  expect(size).toBeLessThanOrEqual(3_000);
});

test("an SDK with the flagship's form call stays small", async () => {
  const size = await bundledSize(`
    import { call } from "${runtime}call.ts";
    import { createClient } from "${runtime}client.ts";
    import { httpBasic, httpBearer } from "${runtime}auth.ts";
    import { encodeForm } from "${runtime}form.ts";
    import { pathParams } from "${runtime}params/path.ts";
    import { deepObject } from "${runtime}styles/deep-object.ts";
    const client = createClient(
      {
        servers: [{ url: "https://api.stripe.com/" }],
        schemes: { basicAuth: { apply: httpBasic }, bearerAuth: { apply: httpBearer } },
        security: [["basicAuth"], ["bearerAuth"]],
      },
      { auth: { bearerAuth: "sk_test" } },
    );
    export const invoice = await call(
      client,
      {
        id: "PostInvoicesInvoiceSend",
        method: "POST",
        path: "/v1/invoices/{invoice}/send",
        params: [pathParams()],
        body: { contentType: "application/x-www-form-urlencoded", encode: encodeForm, styles: { expand: deepObject } },
        accept: "application/json",
      },
      { path: { invoice: "in_123" }, body: { expand: ["customer"] } },
    );`);
  expect(size).toBeLessThanOrEqual(3_520);
});

/** Bytes of the minified bundle of a module, gzipped. */
async function bundledSize(entry: string): Promise<number> {
  const bundle = await rolldown({
    input: "entry",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? "\0entry.ts" : undefined),
        load: (id) => (id === "\0entry.ts" ? { code: entry, moduleType: "ts" } : undefined),
      },
    ],
    resolve: { extensionAlias: { ".js": [".ts"] } },
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  const code = output[0].code;
  if (process.env["SHOW_SIZE"]) console.log(code, code.length, gzipSync(code).length);
  return gzipSync(code).length;
}
