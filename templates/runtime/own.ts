/**
 * Records whose keys come from a description or a caller.
 *
 * Own members only: an API may well call a parameter `constructor`, which every object inherits.
 */

/** The members of a record that have a value. */
export function given(record: object | undefined): [name: string, value: unknown][] {
  return Object.entries(record ?? {}).filter(([, value]) => value !== undefined);
}

/** The same, as a record. */
export function defined<T extends object>(record: T | undefined): Partial<T>;
export function defined(record: object | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(given(record));
}

/** One member of a record. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined;
export function own(record: object | undefined, name: string): unknown;
export function own(record: object | undefined, name: string): unknown {
  return record && Object.hasOwn(record, name) ? record[name as keyof typeof record] : undefined;
}
