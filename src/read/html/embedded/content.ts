import type { Diagnostics, Range, Target } from "../../../diagnostics/diagnostics.js";
import type { Content, Input } from "../../format.js";
import { tryJson } from "../../json/read-json.js";
import { contentOf } from "../../placed.js";
import { writtenIn } from "../../written.js";
import { passageOf } from "./code/expression.js";
import { literalAt } from "./code/literal.js";
import type { Lead } from "./lead.js";
import { MappedDiagnostics } from "./mapped.js";
import { type Passage, placedIn } from "../../passage.js";

/** The description that a lead leads to, each node with its place in the page; undefined where it is none. */
export async function contentAt(
  lead: Exclude<Lead, { readonly kind: "url" }>,
  input: Input,
  diagnostics: Diagnostics,
): Promise<Content | undefined> {
  return lead.kind === "text" ? readText(lead.passage, input, diagnostics) : readObject(lead, input, diagnostics);
}

/** JSON nearly always. Else it is taken as JavaScript has it, with a word on each part that only running it would tell. */
function readObject(
  { expression }: Extract<Lead, { readonly kind: "object" }>,
  input: Input,
  diagnostics: Diagnostics,
): Content | undefined {
  const passage = passageOf(expression);
  const json = tryJson({ ...input, text: passage.text }, new MappedDiagnostics(diagnostics, passage));
  if (json !== undefined) return mapped(json, passage);
  const at = (range: Range): Target => ({ source: input.index, pointer: "", range });
  const end = input.text.trimEnd().length;
  const literal = literalAt(expression.code, expression.start, {
    leftOut: (range) => diagnostics.report("read/page-code", at(range), {}),
    cut: () => diagnostics.report("read/page-cut", at({ start: Math.max(0, end - 1), end }), {}),
  });
  return literal && contentOf(literal);
}

async function readText(passage: Passage, input: Input, diagnostics: Diagnostics): Promise<Content | undefined> {
  const { read } = await import("../../yaml/read-yaml.js");
  const content = await read({ ...input, text: passage.text }, new MappedDiagnostics(diagnostics, passage));
  return content && mapped(content, passage);
}

const mapped = ({ value, locate }: Content, passage: Passage): Content => ({
  value,
  written: writtenIn(passage.text, locate),
  locate: (pointer, at) => placedIn(passage, locate(pointer, at)),
});
