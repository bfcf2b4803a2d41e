import { comment } from "../src/emit/comment.js";
import { FileScope } from "../src/emit/file-scope.js";
import { groupBy } from "../src/emit/group.js";
import { propertyTags } from "../src/emit/tags.js";
import type { EmitContext, Template } from "../src/emit/template.js";
import { after, nameOf, objectText, typeText, type TypeContext } from "../src/emit/type-text.js";
import { valuesDoc, valuesObject } from "../src/emit/values-text.js";
import { TOP } from "../src/emit/text.js";
import { byCodePoint } from "../src/ir/order.js";
import { operationAround } from "../src/ir/owner.js";
import type { OperationId, TypeDecl } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";

/** `types/…`: one exported type a component schema. Written as text: a structure a property costs five times as much. */
export const types: Template = {
  name: "types",
  emit: (ctx) =>
    [...byFile(ctx)].map(([path, all]) =>
      ctx.remember(path, all.flatMap(partsOf), { ...nameOf(ctx.names) }, (names) => {
        const file = new FileScope(
          path,
          all.map(({ symbol }) => symbol.name),
        );
        return file.finish(all.map((it) => declarationText(it, { file, names })));
      }),
    ),
};

const LINE = 80;

type Named = Pick<EmitContext, "api" | "names">;

/** A declared type and what it is called. */
export interface NamedType {
  readonly symbol: Exported;
  readonly declaration: TypeDecl;
}

export const partsOf = ({ symbol, declaration }: NamedType): readonly unknown[] => [symbol, declaration];

/** The types that stand beside the operation in whose input or answers they are. */
export const typesByOperation = (ctx: Named): ReadonlyMap<OperationId, readonly NamedType[]> =>
  groupBy(namedTypes(ctx), operationBeside(ctx));

function operationBeside({ api, names }: Named): (type: NamedType) => OperationId | undefined {
  const all = new Map(api.types.map((it) => [it.id, it]));
  return ({ symbol, declaration }) => {
    const id = operationAround(declaration, all);
    return id !== undefined && names.operations[id]?.function.file === symbol.file ? id : undefined;
  };
}

function byFile(ctx: Named): ReadonlyMap<string, readonly NamedType[]> {
  const beside = operationBeside(ctx);
  return groupBy(namedTypes(ctx), (it) => (beside(it) === undefined ? it.symbol.file : undefined));
}

function namedTypes({ api, names }: Named): readonly NamedType[] {
  const all = api.types.flatMap((declaration) => {
    const symbol = names.types[declaration.id];
    return symbol === undefined ? [] : [{ symbol, declaration }];
  });
  return all.toSorted((a, b) => byCodePoint(a.symbol.name, b.symbol.name));
}

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
