import { builtCli } from "../../support/built.js";
import type { Call } from "./descriptions.js";

/** A program that makes TypeScript of a description. */
export interface Maker {
  readonly name: string;
  /** Exact versions, the first of them the program itself; none for sdkwright, which is built here. */
  readonly packages: Readonly<Record<string, string>>;
  /** The program, relative to the folder it is installed in. */
  readonly program: string;
  /** Writes into `sdk` in the working directory. */
  readonly args: (input: string) => readonly string[];
  /** Files that must stand in the working directory. */
  readonly files?: (input: string) => Readonly<Record<string, string>>;
  /** A module that makes one call. */
  readonly app: (call: Call) => string;
}

const object = (call: Call): string => JSON.stringify(call.params);
const list = (call: Call): string =>
  Object.values(call.params)
    .map((it) => JSON.stringify(it))
    .join(", ");
const pathOf = (call: Call): string => (list(call) === "" ? "{}" : `{ path: ${object(call)} }`);

export const sdkwright: Maker = {
  name: "sdkwright",
  packages: {},
  program: builtCli,
  args: (input) => [input, "-o", "sdk"],
  app: (call) => `import { createClient, ${call.name} } from "./sdk/index.js";
const client = createClient();
export const answer = await ${call.name}(client, ${pathOf(call)});`,
};

/** Each as its own documentation says, with what it does by default. */
export const peers: readonly Maker[] = [
  {
    name: "hey-api",
    packages: { "@hey-api/openapi-ts": "0.99.0", typescript: "5.9.3" },
    program: "node_modules/@hey-api/openapi-ts/bin/run.js",
    args: (input) => ["-i", input, "-o", "sdk"],
    app: (call) => `import { ${call.name} } from "./sdk/index";
export const answer = await ${call.name}(${pathOf(call)});`,
  },
  {
    name: "orval (fetch)",
    packages: { orval: "8.38.0" },
    program: "node_modules/orval/dist/bin/orval.mjs",
    args: (input) => ["--input", input, "--output", "sdk/index.ts", "--client", "fetch"],
    app: (call) => `import { ${call.name} } from "./sdk/index";
export const answer = await ${call.name}(${list(call)});`,
  },
  {
    name: "Kubb 4",
    packages: {
      "@kubb/cli": "4.39.3",
      "@kubb/core": "4.39.3",
      "@kubb/plugin-oas": "4.39.3",
      "@kubb/plugin-ts": "4.39.3",
      "@kubb/plugin-client": "4.39.3",
    },
    program: "node_modules/@kubb/cli/bin/kubb.cjs",
    args: () => ["generate", "--config", "kubb.config.js"],
    files: (input) => ({
      "kubb.config.js": `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
export default defineConfig({
  input: { path: ${JSON.stringify(input)} },
  output: { path: "./sdk" },
  plugins: [pluginOas(), pluginTs(), pluginClient({ client: "fetch" })],
});`,
    }),
    app: (call) => `import { ${call.name} } from "./sdk/index";
export const answer = await ${call.name}(${list(call)});`,
  },
  {
    name: "openapi-typescript (types)",
    packages: { "openapi-typescript": "7.13.0", "openapi-fetch": "0.17.0", typescript: "5.9.3" },
    program: "node_modules/openapi-typescript/bin/cli.js",
    args: (input) => [input, "-o", "sdk/index.ts"],
    app: (call) => `import createClient from "openapi-fetch";
import type { paths } from "./sdk/index";
const client = createClient<paths>({ baseUrl: "https://api.example.com" });
export const answer = await client.GET("${call.path}", { params: ${pathOf(call)} });`,
  },
  {
    name: "swagger-typescript-api",
    packages: { "swagger-typescript-api": "13.13.0" },
    program: "node_modules/swagger-typescript-api/dist/cli.mjs",
    args: (input) => ["generate", "-p", input, "-o", "sdk", "-n", "index.ts", "--silent"],
    app: (call) => `import { Api } from "./sdk/index";
export const answer = await new Api().${call.path.split("/")[1] ?? ""}.${call.name}(${list(call)});`,
  },
  {
    name: "typed-openapi",
    packages: { "typed-openapi": "2.2.7" },
    program: "node_modules/typed-openapi/bin.js",
    args: (input) => [input, "-o", "sdk/index.ts"],
    app: (call) => `import { createApiClient } from "./sdk/index";
const api = createApiClient({ fetch: async ({ url }) => fetch(url) }, "https://api.example.com");
// It wants a member for each that an operation could have.
export const answer = await api.get("${call.path}", ${pathOf(call)} as never);`,
  },
  {
    name: "oazapfts",
    packages: { oazapfts: "7.5.0" },
    program: "node_modules/oazapfts/dist/cli.js",
    args: (input) => [input, "sdk/index.ts"],
    app: (call) => `import { ${call.name} } from "./sdk/index";
export const answer = await ${call.name}(${list(call)});`,
  },
];
