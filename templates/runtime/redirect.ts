/** Redirects of requests that carry a credential in a header of its own. */
import { SdkError } from "./errors.js";
import type { Middleware, Next } from "./middleware.js";
import type { OperationSpec } from "./operation.js";

/**
 * Middleware that lets no header but those that describe the content go along when a server redirects to another origin.
 *
 * The credentials of `auth` never do: `fetch` leaves `Authorization` and cookies behind (Fetch, section 4.4), and where an
 * API key has a header of its own this is done without being asked for. It is for secrets among the `headers` that are
 * given by hand, and for platforms whose `fetch` does not keep to the standard. In browsers, which do not say where a
 * redirect leads, a call that is redirected fails.
 */
export const guardRedirects: Middleware = (request, next, { operation, method, path }) =>
  followRedirects({ id: operation, method, path }, request, next);

/**
 * Follows redirects as `fetch` does (Fetch, section 4.5). There, only `Authorization` stays behind when another origin
 * comes in; here, everything does but the headers that describe the content.
 */
export async function followRedirects(spec: OperationSpec, request: Request, send: Next): Promise<Response> {
  let next = new Request(request, { redirect: "manual" });
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const spare = next.clone();
    const response = await send(next);
    // Browsers do not say where a redirect leads: to follow it blindly could give the credential away.
    if (response.type === "opaqueredirect")
      throw new SdkError(spec, "a redirect is not followed, it could carry a credential to another origin");
    const target = targetOf(response, next.url);
    if (target === undefined) return response;
    await response.body?.cancel();
    next = redirected(spare, target, response.status);
  }
  throw new SdkError(spec, "too many redirects");
}

const mostRedirects = 20;
const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];
const harmlessHeaders: readonly string[] = ["accept", "accept-language", "content-language", "content-type"];

function targetOf({ status, headers }: Response, from: string): URL | undefined {
  const location = headers.get("location");
  if (location === null || !redirectStatuses.includes(status) || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  return /^https?:$/.test(target.protocol) ? target : undefined;
}

function redirected(request: Request, target: URL, status: number): Request {
  const toGet = (status === 303 && request.method !== "HEAD") || (status <= 302 && request.method === "POST");
  const sameOrigin = target.origin === new URL(request.url).origin;
  const headers = new Headers(request.headers);
  // TypeScript 5 has headers as an iterable only with a library of its own, which not every project lists.
  request.headers.forEach((_, name) => {
    const stays = (sameOrigin || harmlessHeaders.includes(name)) && !(toGet && name.startsWith("content-"));
    if (!stays) headers.delete(name);
  });
  return new Request(target, {
    method: toGet ? "GET" : request.method,
    headers,
    signal: request.signal,
    redirect: "manual",
    ...(!toGet && request.body !== null && { body: request.body, duplex: "half" }),
  });
}
