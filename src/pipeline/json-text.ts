/** As `JSON.stringify` writes a value, indented by two spaces, and bigints as integers, which JSON has of any size (RFC 8259, section 6). */
export const jsonText = (value: unknown): string => textOf(value, "\n") ?? "null";

/** `line` starts a line of the depth in hand. Undefined for what JSON has no text for. */
function textOf(value: unknown, line: string): string | undefined {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return block(
      "[]",
      value.map((it) => textOf(it, `${line}  `) ?? "null"),
      line,
    );
  const members = Object.entries(value).flatMap(([key, it]) => {
    const text = textOf(it, `${line}  `);
    return text === undefined ? [] : [`${JSON.stringify(key)}: ${text}`];
  });
  return block("{}", members, line);
}

const block = ([open, close]: "[]" | "{}", parts: readonly string[], line: string): string =>
  parts.length === 0 ? `${open}${close}` : `${open}${line}  ${parts.join(`,${line}  `)}${line}${close}`;
