import { tokensOf } from "../../diagnostics/pointer.js";

/** A reference, resolved: what it names, and what in it. */
export interface Address {
  /** An absolute URI without a fragment. */
  readonly file: string;
  readonly fragment: Fragment;
}
export type Fragment =
  { readonly kind: "pointer"; readonly tokens: readonly string[] } | { readonly kind: "anchor"; readonly name: string };

/** Resolves a reference by RFC 3986, section 5; undefined when it is none. */
export function addressOf(reference: string, base: string): Address | undefined {
  const uri = parsed(reference, base);
  if (uri === undefined) return undefined;
  const fragment = fragmentOf(uri.hash.slice(1));
  uri.hash = "";
  return { file: uri.href, fragment };
}

/** A URI against another; undefined when it is none. */
export function resolveUri(uri: string, base: string): string | undefined {
  const made = parsed(uri, base);
  if (made !== undefined) made.hash = "";
  return made?.href;
}

function parsed(uri: string, base: string): URL | undefined {
  try {
    return new URL(uri, base);
  } catch {
    return undefined;
  }
}

/** An empty fragment and one with a slash are JSON Pointers (RFC 6901, section 6), any other is an anchor. */
function fragmentOf(encoded: string): Fragment {
  const text = decoded(encoded);
  if (text !== "" && !text.startsWith("/")) return { kind: "anchor", name: text };
  return { kind: "pointer", tokens: tokensOf(text) };
}

/** In a URI fragment a pointer is percent-encoded; one that is wrongly encoded is taken as it is. */
export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
