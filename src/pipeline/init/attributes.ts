/**
 * The text of a `.gitattributes` with a line for each output folder, relative to it: GitHub folds generated files in a diff, and
 * git writes them with the line breaks that they were made with. A folder that has a line already keeps it.
 */
export function withAttributes(text: string, outputs: readonly string[]): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const patterns = new Set(text.split(/\r?\n/).map((it) => it.trim().split(/\s/)[0]));
  const lines = outputs
    .map((it) => `${it.replaceAll(" ", "[[:space:]]")}/**`)
    .filter((it) => !patterns.has(it))
    .map((it) => `${it} linguist-generated=true text eol=lf${eol}`);
  const start = text === "" || text.endsWith("\n") ? text : `${text}${eol}`;
  return lines.length === 0 ? text : start + lines.join("");
}
