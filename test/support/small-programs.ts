/** The programs whose size is promised: each makes one call. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.js";
import { generateSdk, type Sdk } from "./sdk.js";

/** A program that imports an SDK from `./sdk/index.ts`. */
export interface Program {
  readonly entry: string;
  readonly sdk: Sdk["files"];
}

export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

/** What a program weighs once it is bundled and minified, in bytes. */
export async function sizeOf({ entry, sdk }: Program): Promise<Size> {
  const code = await bundle(sdk, { entry, minify: true });
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code).length };
}

/** JSON in, JSON out, a bearer token. */
export async function jsonCall(): Promise<Program> {
  const { files } = await generateSdk({ "pets.yaml": pets });
  return { entry: programWith(`createPet(client, { body: { name: "Rex" } })`, "createPet", "bearer"), sdk: files };
}

/** The flagship: a form, a path parameter, basic or bearer authentication. */
export async function flagshipCall(): Promise<Program> {
  const { files } = await generateSdk({
    "page.html": spec("PostInvoicesInvoiceSend.html"),
    "api.yaml": spec("stripe-invoice-send.yaml"),
  });
  const call = `postInvoicesInvoiceSend(client, { path: { invoice: "in_123" }, body: { expand: ["customer"] } })`;
  return { entry: programWith(call, "postInvoicesInvoiceSend", "bearerAuth"), sdk: files };
}

const programWith = (call: string, name: string, scheme: string): string => `
  import { createClient, ${name} } from "./sdk/index.ts";
  const client = createClient({ auth: { ${scheme}: "token" } });
  export const answer = await ${call};`;

const spec = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../specs/${name}`, import.meta.url)), "utf8");

const pets = `
openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://api.example.com }]
security: [{ bearer: [] }]
paths:
  /pets:
    post:
      operationId: CreatePet
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas: { Pet: { type: object, required: [name], properties: { name: { type: string } } } }
`;
