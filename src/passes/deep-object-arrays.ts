import type { Content, Operation, Param, Part, Style, Wire } from "../ir/types.js";
import type { Pass } from "./pass.js";

/** How arrays in `deepObject` are written, of which OpenAPI says nothing: `a[0]=`, `a[]=` or `a=` again and again. */
export type DeepObjectArrays = "indices" | "brackets" | "repeat";

const STYLES: Readonly<Record<DeepObjectArrays, Style>> = {
  indices: "deepObject",
  brackets: "deepObjectBrackets",
  repeat: "deepObjectRepeat",
};

/** Every parameter and form in the style `deepObject` is written as the servers of this API read it. */
export const deepObjectArrays: Pass = {
  name: "deep object arrays",
  run: (api, { deepObjectArrays: arrays }) =>
    arrays === "indices" ? api : { ...api, operations: api.operations.map((it) => styled(it, STYLES[arrays])) },
};

function styled({ params, body, ...operation }: Operation, style: Style): Operation {
  return {
    ...operation,
    params: params.map((it): Param => ({ ...it, wire: wireIn(it.wire, style) })),
    ...(body && { body: { ...body, contents: body.contents.map((it) => contentIn(it, style)) } }),
  };
}

const contentIn = (content: Content, style: Style): Content => ({ ...content, parts: partsIn(content.parts, style) });

const partsIn = (parts: readonly Part[], style: Style): readonly Part[] =>
  parts.map((it) => (it.wire === undefined ? it : { ...it, wire: wireIn(it.wire, style) }));

function wireIn(wire: Wire, style: Style): Wire {
  if (wire.kind === "whole") return { ...wire, parts: partsIn(wire.parts, style) };
  return wire.kind === "style" && wire.style === "deepObject" ? { ...wire, style } : wire;
}
