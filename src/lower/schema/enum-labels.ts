import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { TypeOf } from "../../ir/types.js";
import type { Lowering } from "../context.js";

type Labels = Pick<TypeOf<"literal">, "label" | "description">;

const LABELS = ["x-enum-varnames", "x-enumNames"] as const;
const DESCRIPTIONS = ["x-enum-descriptions", "x-enumDescriptions"] as const;
const EITHER = keywords(...LABELS, ...DESCRIPTIONS);

/** Whether a schema says more of its values than which they are. */
export const hasLabels = (schema: Cursor): boolean => schema.hasAny(EITHER);

/** What extensions in common use call the values of an enum and say of them: lists beside `enum`, or maps by the value. */
export function labelsOf(ctx: Lowering, schema: Cursor, index: number, value: unknown): Labels {
  const find = (keyword: string): string | undefined => {
    const all = schema.get(keyword);
    const found = all?.get(Array.isArray(all.value) ? index : String(value));
    return typeof found?.value === "string" && found.value !== "" ? found.value : undefined;
  };
  const [label, description] = [LABELS, DESCRIPTIONS].map((all) => all.map(find).find((it) => it !== undefined));
  return { ...(label && { label }), ...(description && { description: ctx.markdown(description).trim() }) };
}
