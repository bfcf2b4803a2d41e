import type { Sdk } from "../sdk.js";
import type { Scenario } from "./scenario.js";

/** The modules that make the usages of a scenario part of its output, by path. */
export function usageModules({ expected }: Scenario, { files }: Sdk): Readonly<Record<string, string>> {
  const usages = expected.filter((it) => it.kind === "usage");
  const index = files["index.ts"] ?? "";
  return Object.fromEntries([
    ...usages.map(({ text }, i) => [usagePath(i, "ts"), moduleOf(text, index)] as const),
    ...Object.entries(exampleModules(files)),
  ]);
}

/** A module for each call that a doc comment shows. */
export const exampleModules = (files: Sdk["files"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    examplesIn(files).map((text, i) => [`example-${i + 1}.ts`, moduleOf(text, files["index.ts"] ?? "")]),
  );

/** The calls that doc comments show, as a user would copy them. */
export const examplesIn = (files: Sdk["files"]): readonly string[] =>
  Object.values(files).flatMap((text) =>
    [...text.matchAll(/^ \* @example\n \* ```ts\n((?: \* .*\n)*?) \* ```$/gm)].map(([, code = ""]) =>
      code.replaceAll(/^ \* /gm, ""),
    ),
  );

export const usagePath = (index: number, extension: "ts" | "js"): string => `usage-${index + 1}.${extension}`;

/**
 * A usage speaks as a user's code does: whatever `index.ts` exports is imported by mentioning it, `client` is a client,
 * and `fetch` is what that client sends its requests with.
 */
function moduleOf(text: string, index: string): string {
  const mentioned = new Set([...text.matchAll(/[\p{ID_Continue}$]+/gu)].map(([it]) => it));
  const exported = [...index.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, type = "", names = ""]) =>
    names.split(",").map((it) => ({ type, name: it.trim() })),
  );
  const imports = exported
    .filter(({ name }) => mentioned.has(name) && name !== "Client")
    .map(({ type, name }) => `${type}${name}`);
  return [
    `import { type Client, ${imports.join(", ")} } from "./index.js";`,
    `export default async (client: Client, fetch: (request: Request) => Promise<Response>): Promise<void> => {`,
    text,
    "};",
    "",
  ].join("\n");
}
