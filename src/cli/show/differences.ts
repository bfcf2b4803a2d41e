import { structuredPatch } from "diff";
import type { ChangeState, FileChange } from "../../pipeline/job.js";
import { count } from "./count.js";
import type { Paint } from "./paint.js";
import { safe } from "./safe.js";

/**
 * The files that a check found to differ, one a line, and of those that are there the first changed lines under the names
 * of the declarations in which they stand: `-` is what is there, `+` what the inputs give.
 */
export function showDifferences(files: readonly FileChange[], paint: Paint): string {
  const differing = files.filter((it) => it.state !== "same");
  let room = MOST_LINES;
  const rows = differing.flatMap((file) => {
    const head = paint.yellow(`  ${words[file.state].padEnd(9)} ${file.path}`);
    const lines = changedLines(file);
    const shown = lines.slice(0, Math.min(room, MOST_LINES_A_FILE));
    room -= shown.length;
    const rest = lines.length - shown.length;
    return [
      head,
      ...withNames(shown, paint),
      ...(rest === 0 ? [] : [paint.dim(`      ... and ${count(rest, "changed line")} more`)]),
    ];
  });
  return rows.map((it) => `${it}\n`).join("");
}

/** Seen from the output folder: a file that a run would add is missing there. */
const words: Readonly<Record<ChangeState, string>> = {
  added: "missing",
  changed: "different",
  removed: "left over",
  same: "same",
};

const MOST_LINES = 40;
const MOST_LINES_A_FILE = 10;
/** Of two texts that have less in common no difference is worth reading, and it takes long to find. */
const MOST_EDITS = 2_000;

interface ChangedLine {
  /** With its sign. */
  readonly text: string;
  /** The declaration that it belongs to, where it belongs to one. */
  readonly name: string | undefined;
}

function changedLines({ path, text, before }: FileChange): readonly ChangedLine[] {
  if (text === undefined || before === undefined) return [];
  // Other line breaks would make every line another, and hide what is.
  const [past, present] = [before.replaceAll("\r\n", "\n"), text.replaceAll("\r\n", "\n")];
  const patch = structuredPatch(path, path, past, present, "", "", { context: 0, maxEditLength: MOST_EDITS });
  const [old, now] = [past.split("\n"), present.split("\n")];
  return (patch?.hunks ?? []).flatMap((hunk) => {
    let [oldLine, newLine] = [hunk.oldStart - 1, hunk.newStart - 1];
    return hunk.lines.flatMap((line) => {
      if (line.startsWith("\\")) return [];
      const name = line.startsWith("-") ? nameAt(old, oldLine++) : nameAt(now, newLine++);
      return [{ text: line, name }];
    });
  });
}

/** The declaration that begins at a line or before; for a line of its own comment, the one below. */
function nameAt(lines: readonly string[], index: number): string | undefined {
  const step = /^(?:\/\*\*| \*)/.test(lines[index] ?? "") ? 1 : -1;
  for (let at = index; at >= 0 && at < lines.length; at += step) {
    const name = declaration.exec(lines[at] ?? "")?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

const declaration = /^export (?:declare )?(?:async )?(?:abstract )?(?:class|const|function|interface|type) ([\w$]+)/;

const withNames = (lines: readonly ChangedLine[], paint: Paint): readonly string[] =>
  lines.flatMap(({ text, name }, i) => {
    const row = `        ${(text.startsWith("-") ? paint.red : paint.green)(safe(text).trimEnd())}`;
    return name === undefined || name === lines[i - 1]?.name ? [row] : [`      ${name}`, row];
  });
