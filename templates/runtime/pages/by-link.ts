import { createClient } from "../client.js";
import { draftOf } from "../draft.js";
import type { ParamWriter } from "../operation.js";
import type { Page, PageRequest, Paging, Turn } from "./pages.js";
import { type Path, isLast, valueAt } from "./place.js";

/** The data of a page hold the link to the next one. */
export function byLink({ from, more }: { readonly from: Path; readonly more?: Path }): Paging {
  return {
    next: (page, request, first) =>
      isLast(page, more) ? undefined : following(valueAt(page.data, from), page, request, first),
  };
}

/**
 * The request that a link leads to, which may be relative to the page where it stands.
 *
 * To another origin than that of the operation nothing goes along that could be a credential: no `auth`, no header but
 * those that describe the content. What the operation's own origin links to gets all that the first request had.
 */
export function following(
  link: unknown,
  { response }: Page<unknown, unknown>,
  request: PageRequest,
  first: PageRequest,
): Turn | undefined {
  if (typeof link !== "string" || link === "") return undefined;
  const here = response.url || urlOf(request);
  if (!URL.canParse(link, here)) return undefined;
  const target = new URL(link, here);
  // A fragment is not sent, and what credentials add to the query must not stand behind it.
  target.hash = "";
  const { href, origin } = target;
  const start = urlOf(first);
  if (href === here || href === start) return undefined;
  const go: ParamWriter = (draft) => {
    draft.url = href;
  };
  return { key: href, request: origin === new URL(start).origin ? directed(first, go) : stripped(first, go) };
}

/** The absolute URL of a request: relative ones, which browsers know, are so to the page that is shown. */
function urlOf({ client, spec, input, options }: PageRequest): string {
  return new Request(draftOf(client, spec, input, options).url).url;
}

function directed({ client, spec, input, options }: PageRequest, go: ParamWriter): PageRequest {
  const params = [...(spec.params ?? []), go];
  return { client, spec: { ...spec, params }, input, options: { ...options, baseUrl: "" } };
}

function stripped({ client, spec, input, options }: PageRequest, go: ParamWriter): PageRequest {
  const bare = { ...client.options, headers: undefined, auth: undefined };
  return {
    client: createClient({ servers: [], schemes: {}, security: [] }, bare),
    spec: { ...spec, params: [go], security: [] },
    input: { body: input.body, contentType: input.contentType },
    options: { ...options, headers: undefined, auth: undefined, baseUrl: "" },
  };
}
