/** Redirects of requests that carry a secret in a header of its own. */
import { SdkError } from "./errors.js";
import type { Middleware } from "./middleware.js";

/**
 * Middleware that lets no header but those that describe the content go along when a server redirects to another origin.
 *
 * It follows redirects as `fetch` does (Fetch, section 4.5), which by itself leaves `Authorization` and cookies behind; the
 * headers that the description names for API keys are guarded without being asked for. This is for other secrets among the
 * `headers` that are given by hand, and for platforms whose `fetch` does not keep to the standard. In browsers, which do
 * not say where a redirect leads, a call that is redirected fails.
 */
export const guardRedirects: Middleware = async (request, send, spec) => {
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
    next = await redirected(spare, target, response.status);
  }
  throw new SdkError(spec, "too many redirects");
};

/** The same for the requests that carry one of these headers, whoever has put it there. */
export function guardHeaders(...names: readonly string[]): Middleware {
  const guarded = names.map((it) => it.toLowerCase());
  return (request, next, call) => {
    let carriesOne = false;
    // `has` would throw for a name that no header can have.
    request.headers.forEach((_, name) => (carriesOne ||= guarded.includes(name)));
    return carriesOne ? guardRedirects(request, next, call) : next(request);
  };
}

const mostRedirects = 20;
const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];
const harmlessHeaders: readonly string[] = ["accept", "accept-language", "content-language", "content-type"];

function targetOf({ status, headers }: Response, from: string): URL | undefined {
  const location = headers.get("location");
  if (location === null || !redirectStatuses.includes(status) || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  // `fetch` takes no URL that holds a credential.
  return /^https?:\/\/[^@/]+\//.test(target.href) ? target : undefined;
}

async function redirected(request: Request, target: URL, status: number): Promise<Request> {
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
    // As a stream it would go without its length, which not every server takes.
    ...(!toGet && request.body !== null && { body: await request.blob() }),
  });
}
