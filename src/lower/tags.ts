import type { Cursor } from "../document/cursor.js";
import type { ApiTag } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerDoc } from "./doc.js";

/** The `tags` of a description (OpenAPI 3.2, section 4.22). */
export const lowerTags = (ctx: Lowering, root: Cursor): readonly ApiTag[] =>
  root.items("tags").flatMap((node): readonly ApiTag[] => {
    const [name, parent, kind] = [node.text("name"), node.text("parent"), node.text("kind")];
    if (name === undefined) return [];
    return [
      {
        name,
        ...(parent !== undefined && { parent }),
        ...(kind !== undefined && { kind }),
        origin: node.origin,
        doc: lowerDoc(ctx, node),
      },
    ];
  });
