import type { Lead } from "./lead.js";
import type { Passage } from "./passage.js";

/**
 * The text in a `data:` URL (RFC 2397), undefined for any other URL. The place of each of its characters is that of the
 * URL: nobody looks for a mistake in what is encoded.
 */
export function dataOf({ url, range }: Extract<Lead, { readonly kind: "url" }>): Passage | undefined {
  const [, parameters = "", data] = /^data:([^,]*),([^]*)$/i.exec(url) ?? [];
  const text = data === undefined ? undefined : decoded(data, /;\s*base64$/i.test(parameters));
  return text === undefined ? undefined : { text, placeOf: () => range.start };
}

function decoded(data: string, isBase64: boolean): string | undefined {
  try {
    const plain = decodeURIComponent(data);
    return isBase64 ? Buffer.from(plain, "base64").toString("utf8") : plain;
  } catch {
    return undefined;
  }
}
