import { Diagnostics, type Part } from "../diagnostics/diagnostics.js";
import type { Cursor } from "../document/cursor.js";
import { type Digits, isInexact } from "../document/digits.js";
import { asking, finderIn, type Outside, outsideOf, placeOf } from "../document/outside.js";
import type { TypeId } from "../ir/types.js";
import type { Remember } from "../memo/memo.js";
import { type Lowering, partOf } from "./context.js";

/** What parts of a document that were lowered before are recalled with. */
export interface Recall {
  readonly remember: Remember;
  readonly nodeAt: (pointer: string) => Cursor | undefined;
  readonly answers: Outside & { readonly digits: (pointer: string) => Digits | undefined };
}

export function recallIn(root: Cursor, digits: Lowering["digits"], remember: Remember): Recall {
  const nodeAt = finderIn(root);
  const digitsAt = (pointer: string): Digits | undefined => {
    const node = nodeAt(pointer);
    return node && digits(node);
  };
  return { remember, nodeAt, answers: { ...outsideOf(root, nodeAt), digits: digitsAt } };
}

/**
 * Lowers a part of the document: `nodes` are those that it consists of, and `facts` what else it depends on that is known
 * already. It is not lowered again where nothing of this is new, nor what it has looked up elsewhere.
 */
export function lowerPart<T>(
  ctx: Lowering,
  part: Part,
  nodes: readonly Cursor[],
  facts: readonly unknown[],
  lower: (ctx: Lowering, nodes: readonly Cursor[]) => T,
): T {
  if (ctx.recall === undefined) return lower(partOf(ctx, part), nodes);
  const { remember, nodeAt, answers } = ctx.recall;
  const from = [...facts, ...nodes.flatMap((it) => [it.value, it.pointer, placeOf(it)])];
  const { result, said, declared } = remember(part, from, answers, (ask) => apart(ctx, nodes, ask, lower));
  ctx.diagnostics.of(part).add(said);
  for (const id of declared) {
    const schema = nodeAt(id);
    if (schema !== undefined) ctx.declare(schema);
  }
  return result;
}

/** What comes of a part by itself. */
function apart<T>(
  ctx: Lowering,
  nodes: readonly Cursor[],
  ask: Recall["answers"],
  lower: (ctx: Lowering, nodes: readonly Cursor[]) => T,
): { readonly result: T; readonly said: Diagnostics; readonly declared: readonly TypeId[] } {
  const said = new Diagnostics();
  const declared: TypeId[] = [];
  const own: Lowering = {
    ...ctx,
    diagnostics: said,
    digits: (node) => (isInexact(node.value) ? ask.digits(node.pointer) : undefined),
    declare: (schema) => {
      // The pointer of a schema is its id (see `TypeId`).
      const id = schema.pointer as TypeId;
      declared.push(id);
      return id;
    },
  };
  const result = lower(
    own,
    nodes.map((it) => asking(it, ask)),
  );
  return { result, said, declared };
}
