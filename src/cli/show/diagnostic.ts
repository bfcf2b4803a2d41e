import type { Severity } from "../../diagnostics/diagnostics.js";
import type { Excerpt } from "../../pipeline/excerpt.js";
import type { Located, Place } from "../../pipeline/located.js";
import type { Paint } from "./paint.js";
import { safe } from "./safe.js";

/** A diagnostic as a person reads it: what is wrong, where, and what to do. What only informs takes a line or two. */
export function showDiagnostic({ code, severity, message, help, place, related }: Located, paint: Paint): string {
  const head = `${paint[hues[severity]](`${severity} ${code}`)}: `;
  if (severity === "info") return [head + safe(message), ...(place ? [showPlace(place, paint)] : [])].join("\n");
  const lines = [
    head + paint.bold(safe(message)),
    ...(place === undefined ? [] : [showPlace(place, paint), ...showExcerpt(place.excerpt, hues[severity], paint)]),
    ...related.flatMap((it) => showRelated(it, paint)),
    `  ${paint.dim("help:")} ${safe(help)}`,
  ];
  return lines.join("\n");
}

const hues = { error: "red", warning: "yellow", info: "blue" } as const satisfies Record<Severity, keyof Paint>;

function showRelated({ message, place }: Located["related"][number], paint: Paint): readonly string[] {
  const head = `  ${paint.blue("also:")} ${safe(message)}`;
  return place === undefined ? [head] : [head, showPlace(place, paint), ...showExcerpt(place.excerpt, "blue", paint)];
}

function showPlace({ path, start, pointer }: Place, paint: Paint): string {
  const inside = pointer === "" ? "" : paint.dim(` at ${safe(pointer)}`);
  return `  ${safe(path)}:${start.line}:${start.column}${inside}`;
}

function showExcerpt({ lines, mark }: Excerpt, hue: keyof Paint, paint: Paint): readonly string[] {
  const width = String(lines.at(-1)?.number ?? 0).length;
  const gutter = (label: string): string => paint.dim(`  ${label.padStart(width)} |`);
  return lines.flatMap(({ number, text }) => {
    const row = `${gutter(String(number))} ${safe(text)}`.trimEnd();
    if (number !== mark.line) return [row];
    return [row, `${gutter("")} ${" ".repeat(mark.at)}${paint[hue]("^".repeat(mark.length))}`];
  });
}
