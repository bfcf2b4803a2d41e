import { comment } from "../src/emit/comment.js";
import { FileScope } from "../src/emit/file-scope.js";
import type { NamedType } from "../src/emit/placed-types.js";
import { propertyTags } from "../src/emit/tags.js";
import type { Template } from "../src/emit/template.js";
import { after, nameOf, objectText, typeText, type TypeContext } from "../src/emit/type-text.js";
import { valuesDoc, valuesObject } from "../src/emit/values-text.js";
import { TOP } from "../src/emit/text.js";

/** `types/…`: one exported type a component schema. Written as text: a structure a property costs five times as much. */
export const types: Template = {
  name: "types",
  emit: (ctx) =>
    [...ctx.placed.byFile].map(([path, all]) =>
      ctx.remember(path, all.flatMap(partsOf), { ...nameOf(ctx.names) }, (names) => {
        const file = new FileScope(
          path,
          all.map(({ symbol }) => symbol.name),
        );
        return ctx.print(file.finish(all.map((it) => declarationText(it, { file, names }))));
      }),
    ),
};

const LINE = 80;

export const partsOf = ({ symbol, declaration }: NamedType): readonly unknown[] => [symbol, declaration];

/** An interface where the type is an object: compilers resolve it only when it is looked into, and show it by its name. */
export function declarationText({ symbol: { name }, declaration }: NamedType, ctx: TypeContext): string {
  const { doc, type } = declaration;
  const head = comment(doc, TOP, valuesDoc(type), propertyTags({ doc, type }));
  const members = ctx.names.membersOf(declaration.id);
  if (members !== undefined) return `${head}${valuesObject(name, type, members)}`;
  return type.kind === "object"
    ? `${head}export interface ${name} ${objectText(type, ctx, TOP)}`
    : `${head}export type ${name} =${afterName(name, typeText(type, ctx, TOP))};`;
}

/** An alias of a long name takes a line of its own. */
const afterName = (name: string, text: string): string =>
  name.length + text.length > LINE && !text.includes("\n") ? `\n  ${text}` : after(text);
