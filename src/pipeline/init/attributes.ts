/**
 * The text of a `.gitattributes` with a line for each output folder, relative to it: GitHub folds generated files in a diff, and
 * git writes them with the line breaks that they were made with; and one for the lock, of which git keeps the lines of both sides
 * in a merge. What has a line already keeps it.
 */
export function withAttributes(text: string, outputs: readonly string[]): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const patterns = new Set(text.split(/\r?\n/).map((it) => it.trim().split(/\s/)[0]));
  const folders = outputs.map((it) => [
    `${it.replaceAll(/[ *?[]/g, (sign) => (sign === " " ? "[[:space:]]" : `[${sign}]`))}/**`,
    "linguist-generated=true text eol=lf",
  ]);
  const lines = [...folders, ["sdkwright.lock", "merge=union"]]
    .filter(([pattern = ""]) => !patterns.has(pattern))
    .map((it) => it.join(" ") + eol);
  const start = text === "" || text.endsWith("\n") ? text : `${text}${eol}`;
  return lines.length === 0 ? text : start + lines.join("");
}
