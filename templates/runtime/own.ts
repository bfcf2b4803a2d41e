/**
 * Reads a member of a record by a name that comes from a description.
 *
 * Own members only: an API may well call a parameter `constructor`, which every object inherits.
 */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined;
export function own(record: object | undefined, name: string): unknown;
export function own(record: object | undefined, name: string): unknown {
  return given(record).find(([key]) => key === name)?.[1];
}

/** The members of an object that have a value. */
export function given(record: object | undefined): [name: string, value: unknown][] {
  return Object.entries(record ?? {}).filter(([, value]) => value !== undefined);
}
