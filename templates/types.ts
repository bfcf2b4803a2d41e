import { comment } from "../src/emit/comment.js";
import { FileScope } from "../src/emit/file-scope.js";
import { propertyTags } from "../src/emit/tags.js";
import type { EmitContext, Template } from "../src/emit/template.js";
import { after, objectText, typeText, type TypeContext } from "../src/emit/type-text.js";
import { byCodePoint } from "../src/ir/order.js";
import type { TypeDecl } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";

/** `types/…`: one exported type a component schema. Written as text: a structure a property costs five times as much. */
export const types: Template = {
  name: "types",
  emit: (ctx) =>
    [...byFile(ctx)].map(([path, declarations]) => {
      const file = new FileScope(
        path,
        declarations.map(({ symbol }) => symbol.name),
      );
      const texts = declarations.map((it) =>
        declarationText(it.symbol.name, it.declaration, { file, names: ctx.names }),
      );
      return file.finish(texts);
    }),
};

interface Named {
  readonly symbol: Exported;
  readonly declaration: TypeDecl;
}

function byFile({ api, names }: EmitContext): ReadonlyMap<string, readonly Named[]> {
  const files = new Map<string, Named[]>();
  for (const declaration of api.types) {
    const symbol = names.types[declaration.id];
    if (symbol === undefined) continue;
    const declarations = files.get(symbol.file) ?? [];
    declarations.push({ symbol, declaration });
    files.set(symbol.file, declarations);
  }
  return new Map(
    [...files].map(([path, all]) => [path, all.toSorted((a, b) => byCodePoint(a.symbol.name, b.symbol.name))]),
  );
}

/** An interface where the type is an object: compilers resolve it only when it is looked into, and show it by its name. */
export function declarationText(name: string, { doc, type }: Pick<TypeDecl, "doc" | "type">, ctx: TypeContext): string {
  const head = comment(doc, [], propertyTags({ doc, type }));
  return type.kind === "object"
    ? `${head}export interface ${name} ${objectText(type, ctx)}`
    : `${head}export type ${name} =${after(typeText(type, ctx))};`;
}
