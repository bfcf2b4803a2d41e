import { cli, type ExitCode } from "../../src/cli/cli.js";
import type { Host } from "../../src/pipeline/host.js";
import { memoryHost, type MemoryHost, type World } from "./memory-host.js";

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly host: MemoryHost;
}

/** A description that is as small as one can be. */
export const tinySpec = `openapi: 3.1.0
info: { title: Tiny, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: { "200": { description: Pets, content: { application/json: { schema: { type: array, items: { type: string } } } } } }
  /owners:
    get:
      operationId: listOwners
      tags: [owners]
      responses: { "204": { description: None } }
`;

/** Runs the program in memory, in `/project` of a world. */
export async function program(
  args: readonly string[],
  world: World = {},
  change: (host: MemoryHost) => MemoryHost = (it) => it,
): Promise<Ran> {
  return programOn(args, change(memoryHost({ ...world, files: { "/project/api.yaml": tinySpec, ...world.files } })));
}

/** Runs the program in a world that is there already. */
export async function programOn<H extends Host>(args: readonly string[], host: H) {
  let [stdout, stderr] = ["", ""];
  const code = await cli(args, host, { stdout: (it) => void (stdout += it), stderr: (it) => void (stderr += it) });
  return { code, stdout, stderr, host };
}
