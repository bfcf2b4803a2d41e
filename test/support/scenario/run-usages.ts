import type { Expectation, Scenario } from "./scenario.js";
import { recorder } from "./recorder.js";
import { usagePath } from "./usage.js";

/** Runs the usages that say which requests they send, in a built SDK, and gives these requests, a text a usage. */
export async function runUsages({ expected }: Scenario, built: string): Promise<readonly string[]> {
  const sent: string[] = [];
  for (const index of withRequests(expected)) {
    const { fetch, requests } = recorder();
    // Both are modules that the harness and the SDK themselves have made, under these names.
    const { createClient } = (await import(`${built}/index.js`)) as { createClient(options: object): object };
    const usage = (await import(`${built}/${usagePath(index, "js")}`)) as {
      default(client: object, fetch: object): Promise<void>;
    };
    await usage.default(createClient({ fetch }), fetch);
    sent.push(requests.join("\n\n###\n\n"));
  }
  return sent;
}

/** The usages that are followed by a block of requests, by their places among the usages. */
function withRequests(expected: readonly Expectation[]): readonly number[] {
  const both = expected.filter((it) => it.kind === "usage" || it.kind === "requests");
  const usages = both.filter((it) => it.kind === "usage");
  return both.flatMap((it, i) => (it.kind === "usage" && both[i + 1]?.kind === "requests" ? [usages.indexOf(it)] : []));
}
