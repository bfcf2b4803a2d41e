import { encodeExact, type ExactKind } from "../exact-json.js";
import { pairs } from "./pairs.js";
import { isContainer, type Style } from "./style.js";

/** The pairs of `pairs.ts`, with numbers written exactly in what is sent as JSON. */
export function exactPairs(...kinds: readonly ExactKind[]): Style {
  const encode = encodeExact(...kinds);
  return (name, value, escape) =>
    pairs(
      name,
      [value].flat().map((it: unknown) => (isContainer(it) ? encode(it) : it)),
      escape,
    );
}
