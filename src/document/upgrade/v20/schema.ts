import type { Origin } from "../../../diagnostics/origin.js";
import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { edited, type PlainObject } from "../../values.js";
import { type Visit, walk } from "../../walk.js";
import type { V20 } from "./context.js";
import { translated } from "./references.js";

/** A schema of 2.0, with those in it, as one of 3.0. */
export function schemaOf(ctx: V20, { value, origin }: Fact): Fact {
  const visit: Visit = (here) => ({
    leave: (node, { position, holds }) =>
      position === "schema" && holds === "one" ? schemaStep(ctx, node, here) : node,
  });
  return {
    value: walk(value, { origin, kind: { position: "schema", holds: "one" }, places: ctx.places }, visit),
    origin,
  };
}

/** The schema of a file, which 2.0 has as a type of its own (2.0, "Response Object", "Parameter Object"). */
export const isFile = (schema: Cursor | undefined): boolean => schema?.text("type")?.toLowerCase() === "file";

function schemaStep(ctx: V20, schema: PlainObject, here: () => Origin): PlainObject {
  const reference = schema["$ref"];
  const discriminator = schema["discriminator"];
  const nullable = schema["x-nullable"];
  const changes: Record<string, unknown> = {};
  if (typeof reference === "string") changes["$ref"] = translated(ctx, reference);
  if (typeof discriminator === "string") {
    const made = { propertyName: discriminator };
    const { source, pointer } = here();
    ctx.places.put(made, { source, pointer: `${pointer}/discriminator` });
    changes["discriminator"] = made;
  }
  if (typeof nullable === "boolean") Object.assign(changes, { "x-nullable": undefined, nullable });
  return Object.keys(changes).length === 0 ? schema : edited(schema, changes);
}
