/**
 * JSON whose strings have lost the backslashes before their quotes, with the backslashes put back. Where that is certain:
 * the text is printed with one member or item a line, so the first and last quote of a line are those of the syntax.
 * Undefined where nothing can be put back, or a line may hold more than one member.
 */
export function restoreQuotes(json: string): string | undefined {
  const lines = json.split("\n").map(restoreLine);
  return lines.includes(undefined) || lines.join("\n") === json ? undefined : lines.join("\n");
}

/** `"key": "value",` or `"value",`; a line of any other form is left as it is. */
const LINE = /^(\s*(?:"(?:[^"\\]|\\.)*": )?")(.*)(",?)\s*$/;

function restoreLine(line: string): string | undefined {
  const [, before, value = "", after] = LINE.exec(line) ?? [];
  if (before === undefined || after === undefined) return line;
  // `"a": "b", "c": "d"`: two members that were joined into one line would become one.
  if (/[^\\]"\s*:\s/.test(value)) return undefined;
  return before + value.replaceAll(/\\.|"/g, (it) => (it === '"' ? '\\"' : it)) + after;
}
