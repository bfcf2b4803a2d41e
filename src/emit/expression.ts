import { indent, key } from "./text.js";

/** An expression in the making: source text, or a literal of expressions. */
export type Expression =
  | string
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [name: string, value: Expression])[] };

/** The expression on one line where that leaves room for `before`, else with a member a line. */
export function expressionText(expression: Expression, width: number, before = 0): string {
  if (typeof expression === "string") return expression;
  const line = onOneLine(expression);
  if (before + line.length <= width) return line;
  const [open, close] = expression.kind === "array" ? ["[", "]"] : ["{", "}"];
  const lines =
    expression.kind === "array"
      ? expression.items.map((it) => `${expressionText(it, width - 2)},`)
      : expression.members.map(([name, it]) => {
          const head = `${key(name)}: `;
          return `${head}${expressionText(it, width - 2, head.length)},`;
        });
  return `${open}\n  ${indent(lines.join("\n"))}\n${close}`;
}

function onOneLine(expression: Expression): string {
  if (typeof expression === "string") return expression;
  if (expression.kind === "array") return `[${expression.items.map(onOneLine).join(", ")}]`;
  const members = expression.members.map(([name, it]) => `${key(name)}: ${onOneLine(it)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
