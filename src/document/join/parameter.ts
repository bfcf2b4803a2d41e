import type { Cursor } from "../cursor.js";
import { agreeing, reportConflict } from "./conflict.js";
import { joinContent } from "./content.js";
import { changes, keep, type Rule, withChanges } from "./fact.js";
import { joinSchema } from "./schema.js";

/** Two parameters of one name and place. */
export const joinParameter: Rule = (join, earlier, later) => {
  const changed = changes(join, earlier, later, (key) => rules.get(key) ?? keep);
  // A parameter that does not say is optional (OpenAPI 3.1.1, section 4.8.12.2): nothing is missing.
  changed.delete("required");
  if (isRequired(earlier) !== isRequired(later)) {
    const what = `Whether the parameter "${earlier.text("name")}" is required`;
    reportConflict(join, earlier.get("required") ?? earlier, later.get("required") ?? later, what, (it) =>
      String(it.value === true),
    );
  }
  // A parameter has a schema or a content, never both.
  if (earlier.has("schema")) changed.delete("content");
  if (earlier.has("content")) changed.delete("schema");
  return withChanges(join, earlier, changed);
};

const isRequired = (parameter: Cursor): boolean => parameter.flag("required") ?? false;

const rules: ReadonlyMap<string, Rule> = new Map([
  ["style", agreeing("The style")],
  ["explode", agreeing("Whether the parameter explodes")],
  ["allowReserved", agreeing("Whether reserved characters are allowed")],
  ["schema", joinSchema],
  ["content", joinContent],
]);
