/** A random UUID. On pages that did not come by https browsers make none, so there it is two random numbers. */
export function randomKey(): string {
  return crypto.randomUUID?.() ?? `${Math.random()}${Math.random()}`;
}
