/** JSON bodies. Dates are written as ISO 8601, properties that are undefined are left out. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(value);
}
