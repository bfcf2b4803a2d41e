import { expect, test } from "vitest";
import { type Cursor, Graph } from "../../src/document/cursor.js";
import { keywords } from "../../src/document/keywords.js";
import { asking, finderIn, outsideOf } from "../../src/document/outside.js";
import { Places } from "../../src/document/places.js";

const { root } = new Graph(
  { paths: { $ref: "#/Pet" }, Pet: { allOf: [{ type: "object" }], title: "Pet", deprecated: true, minimum: 1 } },
  new Places(),
);

/** The pointers of the values that are asked for when a part of the document asks this of the node that it refers to. */
function asked(ask: (pet: Cursor) => unknown): readonly string[] {
  const pointers = new Set<string>();
  const outside = outsideOf(root, finderIn(root));
  const valueAt = (pointer: string): unknown => {
    pointers.add(pointer);
    return outside.valueAt(pointer);
  };
  const part = root.get("paths");
  const pet = part && asking(part, { ...outside, valueAt }).resolve("#/Pet");
  expect(pet).toBeDefined();
  if (pet !== undefined) ask(pet);
  return [...pointers];
}

test.each<readonly [name: string, ask: (pet: Cursor) => unknown, pointer: string]>([
  ["value", (it) => it.value, "/Pet"],
  ["get", (it) => it.get("allOf"), "/Pet/allOf"],
  ["has", (it) => it.has("allOf"), "/Pet/allOf"],
  ["hasAny", (it) => it.hasAny(keywords("anyOf", "allOf")), "/Pet/allOf"],
  ["hasItems", (it) => it.hasItems("allOf"), "/Pet/allOf"],
  ["text", (it) => it.text("title"), "/Pet/title"],
  ["flag", (it) => it.flag("deprecated"), "/Pet/deprecated"],
  ["number", (it) => it.number("minimum"), "/Pet/minimum"],
  ["texts", (it) => it.texts("required"), "/Pet/required"],
  ["items", (it) => it.items("allOf"), "/Pet/allOf"],
  ["entries", (it) => it.entries(), "/Pet"],
  ["keys", (it) => it.keys, "/Pet"],
])("what is asked of a node elsewhere by %s counts as read", (_, ask, pointer) => {
  expect(asked(ask)).toContain(pointer);
});
