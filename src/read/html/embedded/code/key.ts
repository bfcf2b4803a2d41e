import type { Passage } from "../../../passage.js";
import { endOf } from "./scan.js";
import { stringAt } from "./string.js";

/** The key of a member of an object literal: a string, a name or a number. Undefined for a computed one. */
export function keyAt(code: Passage, at: number): { readonly name: string; readonly end: number } | undefined {
  const quoted = stringAt(code, at);
  if (quoted !== undefined) return { name: quoted.passage.text, end: quoted.end };
  const end = endOf(NAME, code.text, at);
  return end === at ? undefined : { name: code.text.slice(at, end), end };
}

const NAME = /[\p{ID_Start}$_\d][\p{ID_Continue}$.\u200c\u200d]*/uy;
