import type { BodySpec } from "./operation.js";
import { form } from "./styles/form.js";
import { isContainer, percentEncode, textOf } from "./styles/style.js";
import { writeAll } from "./styles/write.js";

/** `application/x-www-form-urlencoded` bodies: each property in the style that the description gives it. */
export function encodeForm(value: unknown, { styles }: BodySpec): string {
  return writeAll(isContainer(value) ? value : {}, styles, unstyled, "&");
}

/** Where no style is given, an array repeats its name and an object is sent as JSON (OpenAPI 3.2, section 4.15.1.1). */
function unstyled(name: string, value: unknown): readonly string[] {
  return Array.isArray(value) || !isContainer(value)
    ? form(name, value)
    : [`${percentEncode(name)}=${percentEncode(textOf(value))}`];
}
