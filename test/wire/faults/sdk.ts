import { afterAll, beforeAll } from "vitest";
import { bundle, imported } from "../../support/bundle.js";
import { generateSdk } from "../../support/sdk.js";

/** The SDK of a small API that has an answer of each kind. */
export interface Sdk {
  readonly createClient: (options: object) => object;
  readonly getJson: Call;
  readonly getBytes: Call;
  readonly getText: Call;
  readonly postJson: Call;
  readonly getEvents: Call;
  readonly getLines: Call;
}
export type Call = (client: object, input?: object, options?: object) => Promise<unknown>;

const answers = (type: string, schema: object): object => ({
  200: { description: "", content: { [type]: { schema } } },
  default: { description: "", content: { "application/json": { schema: {} } } },
});
const object = { type: "object", additionalProperties: true };
const description = {
  openapi: "3.1.0",
  info: { title: "Faults", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/json": {
      get: { operationId: "getJson", responses: answers("application/json", object) },
      post: {
        operationId: "postJson",
        requestBody: { required: true, content: { "application/json": { schema: object } } },
        responses: answers("application/json", object),
      },
    },
    "/bytes": {
      get: {
        operationId: "getBytes",
        responses: answers("application/octet-stream", { type: "string", format: "binary" }),
      },
    },
    "/text": { get: { operationId: "getText", responses: answers("text/plain", { type: "string" }) } },
    "/events": { get: { operationId: "getEvents", responses: answers("text/event-stream", object) } },
    "/lines": { get: { operationId: "getLines", responses: answers("application/x-ndjson", object) } },
  },
  components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
  security: [{ bearer: [] }],
};

/** The code of the SDK, in one module. */
export const faultsCode = async (): Promise<string> =>
  bundle((await generateSdk({ "faults.json": JSON.stringify(description) })).files);

/** Makes the SDK before the tests of a file. */
export function useSdk(): () => Sdk {
  let sdk: Sdk | undefined;
  const removals: (() => void)[] = [];
  beforeAll(async () => void (sdk = await imported<Sdk>(await faultsCode(), (it) => removals.push(it))));
  afterAll(() => removals.forEach((it) => it()));
  return () => sdk ?? fail();
}

const fail = (): never => {
  throw new Error("the SDK is there once the tests begin");
};

export const SECRET = "tok_secret";

/** What a call comes to: its data, bytes as text, or the name of its error, which never tells the credential. */
export async function outcome(
  sdk: Sdk,
  call: Call,
  url: string,
  options: object = {},
  input?: object,
): Promise<unknown> {
  const client = sdk.createClient({ baseUrl: url, auth: { bearer: SECRET }, maxRetries: 0, timeoutMs: 5_000 });
  try {
    const data = await call(client, input, options);
    return data instanceof Blob ? await data.text() : data;
  } catch (error) {
    if (`${String(error)} ${JSON.stringify(error)}`.includes(SECRET)) throw error;
    return error instanceof Error ? error.name : error;
  }
}
