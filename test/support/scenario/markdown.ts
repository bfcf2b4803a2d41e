/** A Markdown text as a list of fenced blocks and what stands between them. */
export type Segment =
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "block"; readonly info: string; readonly text: string };

/** Takes a text apart; `render` puts it together again. */
export function segments(markdown: string): readonly Segment[] {
  // Alternately prose, then the parts of a block: its fence, its info string, its text.
  const parts = markdown.split(/^(`{3,})([^\n`]*)\n([\s\S]*?)^\1\n/m);
  return parts.flatMap((part, i): readonly Segment[] => {
    if (i % 4 === 0) return part === "" ? [] : [{ kind: "prose", text: part }];
    return i % 4 === 3 ? [{ kind: "block", info: (parts[i - 1] ?? "").trim(), text: part.replace(/\n$/, "") }] : [];
  });
}

export const render = (all: readonly Segment[]): string =>
  all.map((it) => (it.kind === "prose" ? it.text : fenced(it.info, it.text))).join("");

/** A text that holds fences itself is put into longer ones. */
function fenced(info: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([it]) => it.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${text}${text === "" ? "" : "\n"}${fence}\n`;
}
