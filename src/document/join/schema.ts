import { isAnnotation } from "../annotations.js";
import type { Cursor } from "../cursor.js";
import { shapes } from "../shape.js";
import { reportComponent, reportConflict, reportSchema } from "./conflict.js";
import { changes, type Fact, isMissing, type Join, keep, named, type Rule, withChanges } from "./fact.js";
import { isSameSchema } from "./same-schema.js";
import { type Types, typesOf } from "./types-of.js";

/** Two schemas of one thing: the fuller one, as long as they do not contradict each other. */
export const joinSchema: Rule = (join, earlier, later) => {
  const joined = joinOrNone(join, earlier, later);
  if (joined !== undefined) return joined;
  return agree(typesOf(earlier), typesOf(later))
    ? reportSchema(join, earlier, later)
    : reportConflict(join, earlier, later, "The type", (it) => [...(typesOf(it) ?? [])].join(" or "));
};

/** Two schemas of one name. References on both sides are made by that name, so one side would get the wrong one. */
export const joinNamedSchema: Rule = (join, earlier, later) =>
  joinOrNone(join, earlier, later) ?? reportComponent(join, earlier, later, "schema");

/** Undefined when the schemas contradict each other. */
function joinOrNone(join: Join, earlier: Cursor, later: Cursor): Fact | undefined {
  if (isSameSchema(earlier, later)) return withNotes(join, earlier, later);
  if (!agree(typesOf(earlier), typesOf(later))) return undefined;
  if (isBare(earlier) && !saysNothing(later))
    return withChanges(
      join,
      later,
      notesOf(earlier, () => true),
    );
  return isBare(later)
    ? withChanges(
        join,
        earlier,
        notesOf(later, (key) => lacks(earlier, key)),
      )
    : undefined;
}

function agree(earlier: Types | undefined, later: Types | undefined): boolean {
  if (earlier === undefined || later === undefined) return true;
  return earlier.size === later.size && [...earlier].every((it) => later.has(it));
}

/** Whether a schema tells no more than a type: that is all that a documentation page has of one. */
const isBare = (schema: Cursor): boolean =>
  schema.value !== false && schema.entries().every(([key]) => key === "type" || isAnnotation(key));

const saysNothing = (schema: Cursor): boolean => isBare(schema) && !schema.has("type");

const notesOf = (schema: Cursor, when: (key: string) => boolean): Map<string, Fact> =>
  new Map(schema.entries().filter(([key, note]) => isAnnotation(key) && !isMissing(note) && when(key)));

/** Adds what only the later one tells about values that both describe alike, also inside. */
const withNotes: Rule = (join, earlier, later) => {
  if (!earlier.isObject || earlier.has("$ref") !== later.has("$ref")) return earlier;
  return withChanges(join, earlier, changes(join, earlier, later, ruleOf));
};

function ruleOf(key: string): Rule {
  const field = shapes.schema.fields.get(key);
  if (field === undefined) return keep;
  return field.holds === "map" ? named(withNotes) : withNotes;
}

function lacks(schema: Cursor, key: string): boolean {
  const member = schema.get(key);
  return member === undefined || isMissing(member);
}
