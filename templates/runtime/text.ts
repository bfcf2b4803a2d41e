/** Text bodies, such as `text/plain` and XML: the text as it is. */
export function encodeText(value: unknown): string {
  return String(value);
}
