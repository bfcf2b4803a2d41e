import openapiTS, { astToString, type OpenAPITSOptions } from "openapi-typescript";
import { parse } from "yaml";
import { inspect } from "../../src/pipeline/inspect.js";
import type { Names } from "../../src/names/names.js";
import { compileAlone } from "../support/compile.js";
import { memoryHost } from "../support/memory-host.js";
import { defaultJob, generateSdk } from "../support/sdk.js";

/**
 * How one of our types stands to that of openapi-typescript for the same thing: assignable both ways, ours taking more or
 * less than theirs, or neither assignable to the other.
 */
export type Verdict = "same" | "wider" | "narrower" | "apart";

/** Two types to compare: expressions in which `Ours` and `Theirs` are the modules of the two generators. */
export interface Pair {
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A description, its SDK and the types that openapi-typescript makes of it. */
export interface Contest {
  readonly description: Shape;
  readonly names: Names;
  readonly files: Readonly<Record<string, string>>;
}
interface Shape {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

export async function contest(file: string, text: string, options: OpenAPITSOptions = {}): Promise<Contest> {
  // Descriptions of our own and Stripe's, whose shape is known. A reader of YAML takes seconds over Stripe's.
  const description = (file.endsWith(".json") ? JSON.parse(text) : parse(text)) as Shape;
  const sdk = await generateSdk({ [file]: text });
  const host = memoryHost({ files: { [`/project/${file}`]: text } });
  const { stage, value } = await inspect({ ...defaultJob, inputs: [`/project/${file}`] }, "names", host);
  if (stage !== "names" || value === undefined) throw new Error(`${file} has no names`);
  const theirs = astToString(await openapiTS(Buffer.from(text), { ...options, silent: true }));
  const ours = Object.entries(sdk.files).map(([path, it]) => [`ours/${path}`, it] as const);
  return { description, names: value, files: { ...Object.fromEntries(ours), "theirs.ts": theirs } };
}

/** Every schema of a description. */
export const schemaPairs = ({ description, names }: Contest): readonly Pair[] =>
  Object.keys(description.components.schemas).map((name) => {
    // A schema is identified by its pointer (see `TypeId`).
    const id = `/components/schemas/${name}` as keyof Names["types"];
    return {
      name,
      ours: `Ours.${names.types[id]?.name ?? "missing"}`,
      theirs: `Theirs.components["schemas"][${JSON.stringify(name)}]`,
    };
  });

/** Compares all pairs in one run of the compiler, and gives those whose verdict is not the one expected. */
export async function disagreements(
  { files }: Contest,
  pairs: readonly Pair[],
  expected: Readonly<Record<string, Verdict>> = {},
): Promise<readonly string[]> {
  const head = [
    `import type * as Ours from "./ours/index.js";`,
    `import type * as Theirs from "./theirs.js";`,
    "type Verdict<A, B> = [A] extends [B] ? ([B] extends [A] ? 'same' : 'narrower') : [B] extends [A] ? 'wider' : 'apart';",
  ];
  const lines = pairs.map(
    ({ ours, theirs, name }, i) =>
      `export const pair${i}: Verdict<${ours}, ${theirs}> = "${expected[name] ?? "same"}";`,
  );
  const errors = await compileAlone({ ...files, "pairs.ts": [...head, ...lines, ""].join("\n") });
  return errors.map((error) => {
    const line = /^pairs\.ts\((\d+),/.exec(error)?.[1];
    const pair = line === undefined ? undefined : pairs[Number(line) - head.length - 1];
    return pair === undefined ? error : `${pair.name}: ${error.replace(/^.*?: error TS\d+: /, "")}`;
  });
}
