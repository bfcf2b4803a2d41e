import type { Host } from "../host.js";
import { isRemote, type RemoteSettings } from "./remote.js";

/** What came of a request. */
export type Answer =
  | { readonly kind: "fresh"; readonly bytes: Uint8Array; readonly etag?: string }
  | { readonly kind: "same" }
  | { readonly kind: "refused"; readonly reason: string };

/** Asks for what stands at a URL. Redirects are followed only to where a request may go, each with the headers of its own host. */
export async function request(
  url: string,
  etag: string | undefined,
  mayAsk: (host: string) => boolean,
  settings: RemoteSettings,
  host: Host,
): Promise<Answer> {
  let at = new URL(url);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const problem = problemOf(at, mayAsk, settings);
    if (problem !== undefined) return refused(problem);
    const headers = headersFor(at, settings, host);
    if (typeof headers === "string") return refused(headers);
    const response = await ask(at, { ...headers, ...(etag !== undefined && { "If-None-Match": etag }) }, host);
    if (typeof response === "string") return refused(response);
    const location = response.headers.get("location");
    if (!REDIRECTS.has(response.status) || location === null)
      return answerOf(response, etag !== undefined, deniedHint(at, settings));
    await response.body?.cancel();
    if (!URL.canParse(location, at.href)) return refused(`it redirects to ${location}, which is no URL`);
    at = new URL(location, at);
  }
  return refused(`it redirects more than ${MOST_REDIRECTS} times`);
}

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Milliseconds for the whole answer. */
const TIMEOUT = 30_000;
const MOST_BYTES = 100 * 1024 * 1024;

const refused = (reason: string): Answer => ({ kind: "refused", reason });

function problemOf(url: URL, mayAsk: (host: string) => boolean, { http }: RemoteSettings): string | undefined {
  if (!isRemote(url.href)) return `${url.protocol} is not asked`;
  if (!mayAsk(url.host)) return `the host ${url.host} is not allowed`;
  if (url.username !== "" || url.password !== "") return "it has a credential in it, which belongs into remote.headers";
  return url.protocol === "http:" && !http
    ? "it is asked over http, which anybody on the way can change, and remote has no http: true"
    : undefined;
}

/** The headers for a host; a text says why they cannot be made. The values are nobody's business and stand in no message. */
function headersFor(url: URL, { headers }: RemoteSettings, host: Host): Readonly<Record<string, string>> | string {
  const missing = new Set<string>();
  const filled = Object.entries(headers[url.host] ?? {}).map(([name, value]) => {
    const text = value.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => {
      const found = host.env[variable];
      if (found === undefined || found === "") missing.add(variable);
      return found ?? "";
    });
    return [name, text] as const;
  });
  return missing.size === 0 ? Object.fromEntries(filled) : `the environment has no ${[...missing].join(", ")}`;
}

/** A host is easily named without its port. */
function deniedHint({ host }: URL, { headers }: RemoteSettings): string {
  const named = Object.keys(headers);
  return named.length === 0 || named.includes(host)
    ? ""
    : `, and remote.headers has nothing for the host ${host}, but for ${named.join(" and ")}`;
}

async function ask(url: URL, headers: Readonly<Record<string, string>>, host: Host): Promise<Response | string> {
  try {
    return await host.fetch(url.href, { headers, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT) });
  } catch (error) {
    return reasonOf(error);
  }
}

/** `denied` is what to say where the answer is that somebody else may have it. */
async function answerOf(response: Response, asksForNew: boolean, denied: string): Promise<Answer> {
  const { status } = response;
  if (status === 304 && asksForNew) return { kind: "same" };
  if (!response.ok) {
    await response.body?.cancel();
    return refused(`it is answered with status ${status}${status === 401 || status === 403 ? denied : ""}`);
  }
  const bytes = await bytesOf(response);
  if (typeof bytes === "string") return refused(bytes);
  const etag = response.headers.get("etag");
  return { kind: "fresh", bytes, ...(etag !== null && { etag }) };
}

/** Stops as soon as it is too much, whatever the answer says of its length. */
async function bytesOf(response: Response): Promise<Uint8Array | string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
      parts.push(part);
      length += part.length;
      if (length > MOST_BYTES) return `it is larger than ${MOST_BYTES / 1024 / 1024} MiB`;
    }
  } catch (error) {
    return reasonOf(error);
  }
  return Buffer.concat(parts);
}

/** `fetch` says "fetch failed" and gives the reason as the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `there was no answer within ${TIMEOUT / 1000} seconds`;
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
