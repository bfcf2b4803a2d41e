import type { BodySpec } from "./operation.js";
import { writeAll } from "./styles/pairs.js";

/**
 * `application/x-www-form-urlencoded` bodies: each property in the style that the description gives it. Where it gives
 * none, an array repeats its name and an object is sent as JSON (OpenAPI 3.2, section 4.15.1.1).
 */
export function encodeForm(value: unknown, { styles }: BodySpec): string {
  return writeAll(value as object, styles, "&"); // The generated input types admit nothing else here.
}

/** The same for the methods that mostly have no body: an empty form is none. */
export function encodeFormUnlessEmpty(value: unknown, spec: BodySpec): string | null {
  return encodeForm(value, spec) || null;
}
