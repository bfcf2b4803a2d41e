import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, imported } from "../../support/bundle.js";
import { generateSdk } from "../../support/sdk.js";
import { tempFolder } from "../../support/temp-folder.js";
import { tools } from "../../support/tools.js";
import { freePort } from "../everywhere/runtimes.js";
import { descriptionOf, idOf, NAME, type StyleCase, styleCases } from "../properties/styles.js";

interface Sdk {
  readonly createClient: (options: object) => object;
  readonly operations: Readonly<Record<string, (client: object, input: object) => Promise<unknown>>>;
}

/** Prism, which validates each request with its own reading of the description, and answers 422 to one that is wrong. */
interface Prism {
  readonly sdk: Sdk;
  readonly client: object;
}

const removals: (() => void)[] = [];
afterAll(() => removals.forEach((it) => it()));

async function prismOf(inputs: Readonly<Record<string, string>>, api: string, options: object = {}): Promise<Prism> {
  const folder = tempFolder(inputs, (it) => removals.push(it));
  const port = await freePort();
  const program = (await tools({ "@stoplight/prism-cli": "5.8.3" })).bin("prism");
  const child = spawn(program, ["mock", "--errors", "--port", String(port), join(folder, api)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  removals.push(() => void child.kill());
  await said(child, "Prism is listening");
  const { files } = await generateSdk(inputs);
  const entry = `export * as operations from "./sdk/index.ts"; export { createClient } from "./sdk/index.ts";`;
  const sdk = await imported<Sdk>(await bundle(files, { entry }), (it) => removals.push(it));
  return { sdk, client: sdk.createClient({ baseUrl: `http://127.0.0.1:${port}`, maxRetries: 0, ...options }) };
}

/** Waits until a program says something; what it said instead is told when it ends before. */
async function said(child: ChildProcess, text: string): Promise<void> {
  let log = "";
  const heard = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (it: string) => void ((log += it).includes(text) && resolve()));
  });
  const ended = once(child, "close").then(() => Promise.reject(new Error(`it ended: ${log}`)));
  await Promise.race([heard, ended]);
}

describe("Prism reads the flagship's call", () => {
  const spec = (name: string): string =>
    readFileSync(fileURLToPath(new URL(`../../../specs/${name}`, import.meta.url)), "utf8");
  let prism: Prism;
  beforeAll(async () => {
    const inputs = { "page.html": spec("PostInvoicesInvoiceSend.html"), "api.yaml": spec("stripe-invoice-send.yaml") };
    prism = await prismOf(inputs, "api.yaml", { auth: { bearerAuth: "sk_test_1" } });
  });
  const send = (input: object): Promise<unknown> | undefined =>
    prism.sdk.operations["postInvoicesInvoiceSend"]?.(prism.client, input);

  test.each([
    ["with a body", { path: { invoice: "in_123" }, body: { expand: ["customer", "lines.data.discounts"] } }],
    ["without one", { path: { invoice: "in_123" } }],
  ])("%s", async (_, input) => {
    expect(await send(input)).toMatchObject({ id: expect.any(String) as string });
  });

  test.each([
    ["an id that is too long", { path: { invoice: "x".repeat(5_001) } }],
    ["an item that is too long", { path: { invoice: "in_123" }, body: { expand: ["x".repeat(5_001)] } }],
  ])("and refuses %s", async (_, input) => {
    await expect(send(input)).rejects.toMatchObject({ name: "ApiError", status: 422 });
  });
});

const RIGHT = {
  string: "blue",
  array: ["blue", "black", "brown"],
  object: { r: "100", g: "200" },
  deep: { r: "100", g: "200" },
};
const WRONG = { string: "red", array: ["blue", "red"], object: { r: "100", g: "red" }, deep: { r: "100", g: "red" } };
const color = { type: "string", enum: ["blue", "black", "brown"] };
const channel = { type: "string", pattern: "^[0-9]+$" };
const channels = {
  type: "object",
  required: ["r", "g"],
  properties: { r: channel, g: channel },
  additionalProperties: false,
};
const SCHEMAS = { string: color, array: { type: "array", items: color }, object: channels, deep: channels };

/**
 * Prism 5.8 does not read cookies and parameters with a media type, ends itself over arrays and objects in a path, wants
 * exploded forms of an object under the parameter's own name, and looks for the escapes of delimiters once they are undone.
 */
const isRead = ({ in: place, kind, says }: StyleCase): boolean => {
  if (says["allowReserved"] === true || says["content"] !== undefined || place === "cookie") return false;
  if (place === "path") return kind === "string" && says["style"] === "simple";
  return (
    !/Delimited/.test(String(says["style"])) && !(place === "query" && kind === "object" && says["explode"] === true)
  );
};

describe("Prism reads the styles that it knows", () => {
  const cases = styleCases.filter(isRead);
  let prism: Prism;
  beforeAll(async () => {
    const description = descriptionOf(cases, (it) => SCHEMAS[it.kind]);
    prism = await prismOf({ "styles.json": JSON.stringify(description) }, "styles.json");
  });
  const call = (it: StyleCase, values: typeof RIGHT): Promise<unknown> | undefined => {
    const id = idOf(it);
    const operation = prism.sdk.operations[id.charAt(0).toLowerCase() + id.slice(1)];
    return operation?.(prism.client, { [it.in]: { [NAME]: values[it.kind] } });
  };

  test.each(cases.map((it) => [idOf(it), it] as const))("%s", async (_, it) => {
    await call(it, RIGHT);
    await expect(call(it, WRONG)).rejects.toMatchObject({ name: "ApiError", status: 422 });
  });
});
