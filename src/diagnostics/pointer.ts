/** JSON Pointer (RFC 6901). */

export const escapeToken = (token: string): string =>
  token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;

export const unescapeToken = (token: string): string =>
  token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;

export const append = (pointer: string, key: string | number): string => `${pointer}/${escapeToken(String(key))}`;

/** The tokens of a pointer, unescaped: `/a~1b/0` gives `["a/b", "0"]`. */
export const tokensOf = (pointer: string): readonly string[] => pointer.split("/").slice(1).map(unescapeToken);
