import { deeper, INSIDE, TOP } from "./text.js";

export interface FunctionText {
  /** A doc comment with its line end, or nothing. */
  readonly comment: string;
  readonly name: string;
  /** Each as `name: Type`, with `?` or an initializer where it has one. */
  readonly parameters: readonly string[];
  readonly returnType: string;
  /** Made for a level deeper. */
  readonly body: string;
}

const LINE = 100;

/** An exported function. Its signature takes a line a parameter where it is long. */
export function functionDeclaration({ comment, name, parameters, returnType, body }: FunctionText): string {
  const line = `export function ${name}(${parameters.join(", ")}): ${returnType}`;
  const signature =
    line.length <= LINE ? line : `export function ${name}(\n  ${parameters.join(",\n  ")},\n): ${returnType}`;
  return `${comment}${signature} {${INSIDE}${body}${TOP}}`;
}

/** A generic type with its arguments, which take a line each where they are long. */
export function generic(name: string, types: readonly string[], at: string): string {
  const line = `${name}<${types.join(", ")}>`;
  return line.length <= LINE - 5 ? line : `${name}<${deeper(at)}${types.join(`,${deeper(at)}`)}${at}>`;
}
