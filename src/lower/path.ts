import type { Cursor } from "../document/cursor.js";
import type { Param, PathSegment } from "../ir/types.js";
import type { Lowering } from "./context.js";

export function segmentsOf(path: string): readonly PathSegment[] {
  // With a capturing group, `split` gives the text and the names in turn.
  return path
    .split(/\{([^{}]+)\}/)
    .map((it, i): PathSegment => (i % 2 === 0 ? { kind: "text", text: it } : { kind: "param", name: it }))
    .filter((it) => it.kind === "param" || it.text !== "");
}

/** The first segment that names something: `/v1/invoices/{invoice}/send` belongs to `invoices`. */
export const groupOf = (path: string): string =>
  path.split("/").find((it) => it !== "" && !it.includes("{") && !/^(api|v\d+(\.\d+)*|\d+(\.\d+)*)$/i.test(it)) ??
  "root";

/** A path by what a server can tell of it: paths that differ in the names of parameters alone are identical (OpenAPI 3.1, section 4.8.8). */
export const shapeOf = (path: string): string => path.replaceAll(/\{[^{}]*\}/g, "{}");

interface Place {
  readonly path: string;
  readonly segments: readonly PathSegment[];
  /** The operation. */
  readonly node: Cursor;
}

/**
 * The parameters with one for each `{name}` of the path, and none of the path beside these (OpenAPI 3.1, section 4.8.8.2).
 * What a path needs is certain whatever is declared: a request cannot be made without.
 */
export function withPathParams(ctx: Lowering, place: Place, params: readonly Param[]): readonly Param[] {
  const { path, segments, node } = place;
  const inPath = segments.flatMap((it) => (it.kind === "param" ? [it.name] : []));
  const given = params.filter((it) => it.in === "path");
  // As nearly all are declared.
  if (given.length === inPath.length && given.every((it, i) => it === params[i] && it.wireName === inPath[i]))
    return params;
  const names = [...new Set(inPath)];
  const declared = new Map(given.map((it) => [it.wireName, it]));
  const others = [...declared.values()].filter((it) => !names.includes(it.wireName));
  const found = names.map(
    (name) => declared.get(name) ?? respelled(ctx, path, name, others) ?? undeclared(ctx, path, name, node),
  );
  for (const { origin, wireName } of others) {
    if (!found.some((it) => it.origin === origin))
      ctx.diagnostics.report("path/param-unused", origin, { name: wireName, path });
  }
  return [...found, ...params.filter((it) => it.in !== "path")];
}

const isAlike = (a: string, b: string): boolean => lettersOf(a) === lettersOf(b);
const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

function respelled(ctx: Lowering, path: string, name: string, others: readonly Param[]): Param | undefined {
  const param = others.find((it) => isAlike(it.wireName, name));
  if (param === undefined) return undefined;
  ctx.diagnostics.report("path/param-spelled", param.origin, { path, name, declared: param.wireName });
  return { ...param, wireName: name };
}

function undeclared(ctx: Lowering, path: string, name: string, { origin }: Cursor): Param {
  ctx.diagnostics.report("path/param-undeclared", origin, { name, path });
  return {
    wireName: name,
    in: "path",
    required: true,
    access: "both",
    type: { kind: "string" },
    wire: { kind: "style", style: "simple", explode: false, allowReserved: false },
    origin,
    doc: {},
  };
}
