/** The program that runs everywhere. It uses nothing but the SDK and what every runtime has. */

type Call = (client: object, input?: object, options?: object) => Promise<unknown> & AsyncIterable<unknown>;

/** The generated SDK, as far as the program uses it. */
export interface EverywhereSdk {
  readonly createClient: (options: object) => object;
  readonly isSdkError: (error: unknown) => boolean;
  readonly operations: Readonly<Record<string, Call>>;
}

/** What came of each try, as plain data. */
export type Outcomes = Readonly<Record<string, unknown>>;

/** Makes the calls, one after another. `closedUrl` is an address at which nobody listens. */
export async function tryEverything(sdk: EverywhereSdk, baseUrl: string, closedUrl: string): Promise<Outcomes> {
  const { createClient, operations } = sdk;
  const auth = { bearer: "token", key: "s3cr3t" };
  const client = createClient({ baseUrl, auth, maxRetries: 0, idempotencyHeader: "Idempotency-Key" });
  const call = (name: string, input?: object, options?: object): Promise<unknown> =>
    operations[name]?.(client, input, options).then(plain, (error: unknown) => failure(sdk, error)) ??
    Promise.resolve();
  // These two give what can be iterated.
  const raw = async (name: string): Promise<AsyncIterable<unknown>> =>
    (await operations[name]?.(client)) as AsyncIterable<unknown>;
  const controller = new AbortController();
  setTimeout(() => controller.abort("enough"), 300);
  return {
    aborted: await call("getSilent", {}, { signal: controller.signal }),
    get: await call("getEcho", {
      path: { id: "a/b ü" },
      query: { fields: ["x", "y&z"] },
      header: { "X-Trace": "t 1" },
    }),
    json: await call("postJson", { body: { text: "grüezi 🎉", list: [1, null] } }),
    form: await call("postForm", { body: { items: [{ price: "p 1", tags: ["a", "b"] }, { price: "p2" }] } }),
    file: await call("postFile", { body: { name: "n", file: new File([new Uint8Array([1, 2])], "a b.bin") } }),
    streamed: await call("postFile", { body: { name: "n", file: chunks() } }),
    bytes: await call("getBytes"),
    text: await call("getText"),
    missing: await call("getMissing"),
    gateway: await call("getGateway"),
    blank: await call("getBlank"),
    broken: await call("getBroken"),
    cut: await call("getCut"),
    refused: await call("getText", {}, { baseUrl: closedUrl }),
    shown: await operations["getKeyed"]?.(client, {}, { baseUrl: closedUrl }).catch((error) =>
      /s3cr3t/.test(printed(error)),
    ),
    late: await call("getSilent", {}, { timeoutMs: 200 }),
    stuck: await call("getStuck", {}, { timeoutMs: 200 }),
    abortedBefore: await call("getText", {}, { signal: AbortSignal.abort("no") }),
    retried: await call("postFlaky", {}, { maxRetries: 2 }),
    lines: await listed(await raw("getLines")),
    events: await listed(await raw("getEvents"), 3),
    closed: await call("getClosed", {}, { timeoutMs: 5_000 }),
    pages: await listed(operations["listPets"]?.(client)),
  };
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([1]);
  yield new Uint8Array([2]);
}

interface Inspecting {
  readonly inspect: (value: unknown) => string;
}

/** As the runtime's console prints it. */
function printed(error: unknown): string {
  const { Deno, Bun, process } = globalThis as {
    readonly Deno?: Inspecting;
    readonly Bun?: Inspecting;
    readonly process?: { readonly getBuiltinModule?: (name: string) => Inspecting };
  };
  const { inspect } = Deno ?? Bun ?? process?.getBuiltinModule?.("node:util") ?? { inspect: String };
  return inspect(error);
}

async function plain(data: unknown): Promise<unknown> {
  return data instanceof Blob ? { bytes: [...new Uint8Array(await data.arrayBuffer())], type: data.type } : data;
}

async function listed(list: AsyncIterable<unknown> | undefined, atMost = 99): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for await (const it of list ?? []) if (items.push(it) === atMost) break;
  return items;
}

function failure({ isSdkError }: EverywhereSdk, error: unknown): unknown {
  if (!isSdkError(error)) return `not an error of the SDK: ${String(error)}`;
  // Errors of the SDK have a name, those of answers a status and a body too.
  const { name, status, body, requestId } = error as Readonly<Record<string, unknown>>;
  return status === undefined ? { name } : { name, status, body, requestId };
}
