import type { Source } from "./source.js";

/** What stands in a text where its values are. */
export function writtenIn(text: string, locate: Source["locate"]): Source["written"] {
  return (pointer) => {
    const { start, end } = locate(pointer, "value");
    return text.slice(start, end);
  };
}
