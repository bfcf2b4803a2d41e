/** A random UUID. On pages that did not come by https browsers make none, so there it is as many random bits. */
export function randomKey(): string {
  return crypto.randomUUID?.() ?? crypto.getRandomValues(Uint32Array.of(0, 0, 0, 0)).join("-");
}
