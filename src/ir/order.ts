/** The only order of texts that is the same on every machine: by UTF-16 unit, never by locale. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
