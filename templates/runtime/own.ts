/**
 * Reads a member of a record by a name that comes from a description.
 *
 * Own members only: an API may well call a parameter `constructor`, which every object inherits.
 */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The members of an object that have a value. */
export function given(record: object | undefined): [name: string, value: unknown][] {
  return Object.entries(record ?? {}).filter(([, value]) => value !== undefined);
}
