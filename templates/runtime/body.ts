import type { BodySpec } from "./operation.js";
import { own } from "./own.js";

/** Of the bodies that an operation takes, by media type, the one that is asked for; the first where none is. */
export function bodyIn(mediaType: string | undefined, bodies: Readonly<Record<string, BodySpec>>): BodySpec {
  const body = mediaType === undefined ? Object.values(bodies)[0] : own(bodies, mediaType);
  return body ?? { encode: () => refuse(mediaType) };
}

function refuse(mediaType: string | undefined): never {
  throw new TypeError(`The operation takes no ${mediaType ?? ""} body.`);
}
