import type { Cursor } from "../../src/document/cursor.js";
import type { BatchResult } from "./record.js";

type Keywords = Pick<BatchResult, "present" | "read">;

interface Recorder {
  /** From here on what stands in the description of this name, and what is read of it, is taken down. */
  readonly begin: (name: string) => void;
  readonly end: () => void;
  readonly result: () => Keywords;
}

/** The ways of a cursor to a member, each of which takes its key. */
const WAYS = ["get", "has", "text", "flag", "number", "texts", "items", "entries"] as const;

/**
 * Watches which keywords stand in the objects of a description, by the kind of the object, and which of them a rule asks for.
 * It looks over the shoulder of the built program's cursor: no rule has to say of itself what it reads.
 */
export async function recordKeywords(): Promise<Recorder> {
  const at = (path: string): string => new URL(`../../.cache/modules/src/document/${path}`, import.meta.url).href;
  const { Cursor: built } = (await import(at("cursor.js"))) as typeof import("../../src/document/cursor.js");
  const { shapes } = (await import(at("shape.js"))) as typeof import("../../src/document/shape.js");
  const { walk } = (await import(at("walk.js"))) as typeof import("../../src/document/walk.js");
  const [read, present] = [new Set<string>(), new Map<string, string>()];
  const holders = new WeakMap<object, string>();
  let positions: WeakMap<object, string> | undefined;
  let name = "";

  const enter = (root: unknown): void => {
    const known = new WeakMap<object, string>();
    positions = known;
    walk(root, { origin: { source: 0, pointer: "" } }, () => ({
      enter: (node, { position, holds }) => {
        // The members of a map are names of the author's choice.
        if (holds === "map" || shapes[position].rest !== undefined) return;
        known.set(node, position);
        for (const [key, value] of Object.entries(node)) {
          const keyword = `${position}.${key.startsWith("x-") ? "x-*" : key}`;
          if (!present.has(keyword)) present.set(keyword, name);
          // A rule may come here by going through all members: what is read inside tells that the keyword is read.
          if (typeof value === "object" && value !== null) holders.set(value, keyword);
        }
      },
    }));
  };
  watch(built, (cursor, key) => {
    if (positions === undefined) {
      // A description of 2.0 is looked at when it is one of 3.0: that step takes members over whatever they are called.
      if (name === "" || cursor.pointer !== "" || isSwagger(cursor.value)) return;
      enter(cursor.value);
    }
    const position =
      typeof cursor.value === "object" && cursor.value !== null ? positions?.get(cursor.value) : undefined;
    if (position === undefined) return;
    read.add(`${position}.${key.startsWith("x-") ? "x-*" : key}`);
    const holder = holders.get(cursor.value as object); // Only objects have a position.
    if (holder !== undefined) read.add(holder);
  });
  return {
    begin: (it) => ((name = it), (positions = undefined)),
    end: () => ((name = ""), (positions = undefined)),
    result: () => ({ read: [...read], present: Object.fromEntries(present) }),
  };
}

const isSwagger = (root: unknown): boolean => typeof root === "object" && root !== null && "swagger" in root;

/** Tells of each key that is asked for, before it is looked up as always. */
function watch(built: typeof Cursor, seen: (cursor: Cursor, key: string) => void): void {
  for (const way of WAYS) {
    // The ways differ in what they give; all of them take the key first.
    const original = built.prototype[way] as (this: Cursor, key?: string | number) => unknown;
    Object.defineProperty(built.prototype, way, {
      value: function (this: Cursor, key?: string | number): unknown {
        if (typeof key === "string") seen(this, key);
        return original.call(this, key);
      },
    });
  }
}
