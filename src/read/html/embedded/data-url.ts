import type { Lead } from "./lead.js";
import type { Passage } from "../../passage.js";

/**
 * The text in a `data:` URL (RFC 2397), undefined for any other URL. The place of each of its characters is that of the
 * URL: nobody looks for a mistake in what is encoded.
 */
export function dataOf({ url, range }: Extract<Lead, { readonly kind: "url" }>): Passage | undefined {
  const [, parameters = "", data] = /^data:([^,]*),([^]*)$/i.exec(url) ?? [];
  if (data === undefined) return undefined;
  const text = decoded(data);
  const isBase64 = /;\s*base64$/i.test(parameters);
  return { text: isBase64 ? Buffer.from(text, "base64").toString("utf8") : text, placeOf: () => range.start };
}

/** What is not encoded rightly is taken as it is. */
function decoded(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}
