import type { IncomingMessage, ServerResponse } from "node:http";
import { tools } from "../../support/tools.js";
import { listen, type Listening } from "./listen.js";

/** A request as `openapi-backend` reads it: each value by the style that the description gives it. */
export interface Parsed {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, unknown>>;
  readonly requestBody: unknown;
}

/** Whether a request bears the credential of a security scheme. */
export type Check = (request: Parsed) => boolean;

/**
 * A server of `openapi-backend`, which routes a request, checks its credentials (401) and validates it against the
 * description (400). Others it answers with what it read.
 */
export async function backendOf(definition: object, checks: Readonly<Record<string, Check>> = {}): Promise<Listening> {
  const { require } = await tools({ "openapi-backend": "5.21.2", qs: "6.17.1" });
  // The packages' documented interfaces.
  const { OpenAPIBackend } = require("openapi-backend") as Package;
  const { parse } = require("qs") as { readonly parse: (text: string, options: object) => object };
  const backend = new OpenAPIBackend({
    definition,
    quick: true,
    // Forms are text, where a number is what can be read as one. Formats that are no part of JSON Schema are not looked at.
    ajvOpts: { strict: false, logger: false, coerceTypes: true },
    securityHandlers: Object.fromEntries(
      Object.entries(checks).map(([name, it]) => [name, ({ request }: Context) => it(request)]),
    ),
    handlers: {
      notFound: () => ({ status: 404, body: {} }),
      unauthorizedHandler: () => ({ status: 401, body: {} }),
      validationFail: ({ validation }) => ({ status: 400, body: validation?.errors }),
      notImplemented: ({ request: { params, query, headers, cookies, requestBody } }) => ({
        status: 200,
        body: { params, query, headers, cookies, requestBody },
      }),
    },
  });
  await backend.init();

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(incoming);
    const { method = "", url = "", headers } = incoming;
    const [path = "", query = ""] = url.split("?");
    const isForm = headers["content-type"] === "application/x-www-form-urlencoded";
    const body = isForm ? parse(text, { depth: 20, arrayLimit: 100 }) : text || undefined;
    const { status, body: said } = await backend.handleRequest({ method, path, query, headers, body });
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
  }
  return listen((incoming, response) => void answer(incoming, response));
}

interface Package {
  readonly OpenAPIBackend: new (options: Options) => {
    init(): Promise<unknown>;
    handleRequest(request: object): Promise<Answer>;
  };
}

interface Options {
  readonly definition: object;
  /** Compile what a request needs when it arrives. */
  readonly quick: boolean;
  readonly ajvOpts: object;
  readonly securityHandlers: Readonly<Record<string, (context: Context) => boolean>>;
  readonly handlers: Readonly<Record<string, Handler>>;
}

type Handler = (context: Context) => Answer;

interface Context {
  readonly request: Parsed;
  readonly validation?: { readonly errors: unknown };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
