import type { Located } from "../../pipeline/located.js";

/** Those of a group that are shown one by one. */
export const firstOf = (group: readonly Located[]): readonly Located[] => group.slice(0, most);

/** Of each code the diagnostics that are shown one by one, in their order. */
export function firstOfEach(diagnostics: readonly Located[]): readonly Located[] {
  const counts = new Map<string, number>();
  return diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= most;
  });
}

const most = 3;
