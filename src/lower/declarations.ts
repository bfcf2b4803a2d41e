import { tokensOf } from "../diagnostics/pointer.js";
import type { Cursor } from "../document/cursor.js";
import type { TypeDecl, TypeId } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerDoc } from "./doc.js";
import { lowerDeclared } from "./schema/schema.js";
import { lowerBaseTag } from "./schema/tag.js";
import { lowerPart } from "./unit.js";

/** The declared types, found while references are followed; each is lowered once however often it is named. */
export class Declarations {
  readonly #schemas = new Map<TypeId, Cursor>();

  declare(schema: Cursor): TypeId {
    // The pointer in the joined document is the identity of a schema, so it is the id (see `TypeId`).
    const id = schema.pointer as TypeId;
    this.#schemas.set(id, schema);
    return id;
  }

  /** The pointers of those that stand inside another schema. */
  get inner(): ReadonlySet<string> {
    return new Set([...this.#schemas.keys()].filter((it) => !isComponent(tokensOf(it))));
  }

  lowerAll(all: Lowering): readonly TypeDecl[] {
    const types: TypeDecl[] = [];
    // A Map is iterated in order of insertion and takes in what is declared on the way.
    for (const [id, schema] of this.#schemas) {
      types.push(lowerPart(all, `type ${id}`, [schema], [], (ctx, [node = schema]) => lowerDeclaration(ctx, id, node)));
    }
    return types;
  }
}

function lowerDeclaration(ctx: Lowering, id: TypeId, schema: Cursor): TypeDecl {
  const tag = lowerBaseTag(ctx, schema);
  return {
    id,
    nameHint: nameHint(schema.pointer),
    type: lowerDeclared(ctx, schema),
    ...(tag && { tag }),
    origin: schema.origin,
    doc: lowerDoc(ctx, schema),
  };
}

export const isComponent = (tokens: readonly string[]): boolean =>
  tokens[0] === "components" && tokens[1] === "schemas" && tokens.length === 3;

/** Words that say nothing of what stands below them. */
const SILENT = new Set(["components", "schemas", "properties", "items", "paths", "content", "schema"]);

/** `/components/schemas/Pet` gives `["Pet"]`, `/components/schemas/Pet/properties/owner` gives `["Pet", "owner"]`. */
function nameHint(pointer: string): readonly string[] {
  const tokens = tokensOf(pointer);
  if (isComponent(tokens)) return tokens.slice(2);
  return tokens.filter((it) => !SILENT.has(it));
}
