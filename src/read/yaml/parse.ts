import { type Document, parseDocument, YAMLError } from "yaml";
import type { Diagnostics, Range, Target } from "../../diagnostics/diagnostics.js";
import type { Content, Input } from "../format.js";
import { brokenAlias } from "./broken-alias.js";
import { yamlLocator } from "./locate.js";
import { yamlOptions } from "./options.js";
import { type Untabbed, untabbed } from "./tabs.js";
import { asTree, ENDLESS, type Tree } from "./tree.js";

/** Parses YAML (1.2, core schema) to plain values. */
export function parseYaml(input: Input, diagnostics: Diagnostics): Content | undefined {
  const { index, text } = input;
  const document = parseDocument(text, yamlOptions);
  const spaced = document.errors.length > 0 ? untabbed(text) : undefined;
  if (spaced === undefined) return contentOf({ index, text, offsetOf: (offset) => offset }, document, diagnostics);
  const start = text.search(/^\t/m);
  diagnostics.report("read/yaml-tabs", { source: index, pointer: "", range: { start, end: start + 1 } }, {});
  return contentOf({ index, ...spaced }, parseDocument(spaced.text, yamlOptions), diagnostics);
}

/** What is parsed, and the way back to the author's own text. */
interface Parsed extends Untabbed {
  readonly index: number;
}

function contentOf(
  { index, text, offsetOf }: Parsed,
  document: Document.Parsed,
  diagnostics: Diagnostics,
): Content | undefined {
  const own = ({ start, end }: Range): Range => ({ start: offsetOf(start), end: offsetOf(end) });
  const at = ([start, end]: YAMLError["pos"]): Target => ({ source: index, pointer: "", range: own({ start, end }) });
  for (const error of firstAtEach(document.errors).slice(0, MOST_ERRORS))
    diagnostics.report("read/yaml-syntax", at(error.pos), { reason: reasonOf(error) });
  for (const warning of document.warnings)
    diagnostics.report("read/yaml-doubt", at(warning.pos), { reason: reasonOf(warning) });
  if (document.errors.length > 0) return undefined;

  const find = yamlLocator(text);
  const locate: Content["locate"] = (pointer, what) => own(find(pointer, what));
  const tree = treeOf(document);
  if (tree.kind === "tree") return { value: tree.value, locate };
  const range = tree.range === undefined ? locate(tree.pointer, "key") : own(tree.range);
  diagnostics.report("read/yaml-alias", { source: index, pointer: tree.pointer, range }, { reason: tree.reason });
  return undefined;
}

/**
 * The library throws where an alias names nothing or a merge key holds no map. How many aliases are too many is asked in
 * `asTree`.
 */
function treeOf(document: Document.Parsed): Tree & { readonly range?: Range | undefined } {
  try {
    return asTree(document.toJS({ maxAliasCount: -1 }));
  } catch (error) {
    // It follows a merge key round and round. Depth alone is an error of the syntax before that.
    const reason = error instanceof RangeError ? ENDLESS : reasonOf(error);
    return { kind: "none", reason, pointer: "", range: brokenAlias(document) };
  }
}

/** The library's sentences in the form of ours; those that speak of its interface in our words. */
function reasonOf(error: unknown): string {
  const ours = error instanceof YAMLError ? reasons[error.code] : undefined;
  const text = ours ?? (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What is wrong at a place is often said a second time, in the terms of another rule. */
const firstAtEach = (errors: readonly YAMLError[]): readonly YAMLError[] =>
  errors.filter(({ pos }, i) => pos[0] !== errors[i - 1]?.pos[0]);

/** One mistake can make every line behind it wrong; a few of them tell all. */
const MOST_ERRORS = 5;

const reasons: Partial<Record<YAMLError["code"], string>> = {
  RESOURCE_EXHAUSTION: "it is nested too deeply",
  DUPLICATE_KEY: "this key stands twice in one map",
  MULTIPLE_DOCS: "a second document starts here",
  MULTILINE_IMPLICIT_KEY: "a key needs a colon behind it, and a space or the end of the line behind that",
  BLOCK_AS_IMPLICIT_KEY: "a second key begins in this value, which needs quotes or the next line another indent",
  NON_STRING_KEY: "a key must be plain text",
};
