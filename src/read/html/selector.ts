import { type AttributeSelector, isTraversal, parse, type Selector as Token } from "css-what";
import type { Element } from "./tree.js";

/** A selector of CSS, as far as the readers of pages use them. */
export interface Selector {
  readonly matches: (element: Element) => boolean;
  /** Of what an element must have one to match. Undefined where any element may. */
  readonly keys: readonly Key[] | undefined;
  /** Whether the keys are all that it asks for. */
  readonly isPlain: boolean;
}
export interface Key {
  readonly kind: "name" | "class";
  readonly name: string;
}

export function selectorOf(text: string): Selector {
  if (/^[a-z]\w*$/.test(text)) return ofName(text);
  const alternatives = parse(text);
  const keys = alternatives.map(keyOf).filter((it) => it !== undefined);
  return {
    matches: (element) => alternatives.some((it) => matches(it, it.length - 1, element)),
    keys: keys.length === alternatives.length ? keys : undefined,
    isPlain: false,
  };
}

/** Most selectors are a name alone. */
const ofName = (name: string): Selector => ({
  matches: (element) => element.name === name,
  keys: [{ kind: "name", name }],
  isPlain: true,
});

/** Of the last part, which is what is told of the element itself. */
function keyOf(tokens: readonly Token[]): Key | undefined {
  const own = tokens.slice(tokens.findLastIndex(isTraversal) + 1);
  for (const it of own) {
    if (it.type === "tag") return { kind: "name", name: it.name };
    if (it.type === "attribute" && it.name === "class" && it.action === "element")
      return { kind: "class", name: it.value };
  }
  return undefined;
}

/** Whether the tokens up to `last` match, from the right to the left. */
function matches(tokens: readonly Token[], last: number, element: Element): boolean {
  for (let i = last; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (isTraversal(token)) return holders(token, element).some((it) => matches(tokens, i - 1, it));
    if (!has(token, element)) return false;
  }
  return true;
}

function holders({ type }: Token, { parent }: Element): readonly Element[] {
  if (parent === undefined) return [];
  if (type === "child") return [parent];
  if (type === "descendant") return [parent, ...holders({ type }, parent)];
  throw new Error(`No reader of pages needs a selector of the kind ${type}.`);
}

function has(token: Token, element: Element): boolean {
  if (token.type === "universal") return true;
  if (token.type === "tag") return token.name === element.name;
  if (token.type !== "attribute") throw new Error(`No reader of pages needs a selector of the kind ${token.type}.`);
  const value = Object.hasOwn(element.attributes, token.name) ? element.attributes[token.name] : undefined;
  // The type of a script is the same in any case (HTML, section 4.16.2).
  return value !== undefined && ACTIONS[token.action](token.name === "type" ? value.toLowerCase() : value, token.value);
}

/** Selectors Level 4, section 6. */
const ACTIONS: Readonly<Record<AttributeSelector["action"], (value: string, wanted: string) => boolean>> = {
  any: (value, wanted) => value.includes(wanted),
  element: (value, wanted) => value.split(/\s+/).includes(wanted),
  end: (value, wanted) => value.endsWith(wanted),
  equals: (value, wanted) => value === wanted,
  exists: () => true,
  hyphen: (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  not: (value, wanted) => value !== wanted,
  start: (value, wanted) => value.startsWith(wanted),
};
