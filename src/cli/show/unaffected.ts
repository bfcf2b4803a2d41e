import { count } from "./count.js";

/** Of `--affected`: how many projects nothing has to be done for. */
export const showUnaffected = (
  number: number,
  { ref, commit }: { readonly ref: string; readonly commit: string },
): string => `${count(number, "project")} without a change since ${ref} (${commit.slice(0, 8)}).\n`;
