import { type BodySpec } from "./operation.js";

/** Of the bodies that an operation takes, the one of this media type; the first where none is asked for. */
export function bodyIn(mediaType: string | undefined, bodies: readonly BodySpec[]): BodySpec {
  const body = mediaType === undefined ? bodies[0] : bodies.find((it) => it.mediaType === mediaType);
  return body ?? { encode: () => refuse(mediaType) };
}

function refuse(mediaType: string | undefined): never {
  throw new TypeError(`The operation takes no ${mediaType ?? ""} body.`);
}
