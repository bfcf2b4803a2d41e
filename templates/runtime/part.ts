/** Parts of multipart bodies of which a call tells more than their value. */
import type { ByteStream, Bytes } from "./streams/upload.js";

/** What a call may tell of a part. */
export interface PartOptions {
  /** Makes it a file of this name. */
  readonly filename?: string;
  /** Instead of what the description says. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Made by `part`. */
export class BodyPart<T> {
  readonly content: T;
  readonly options: PartOptions;

  constructor(content: T, options: PartOptions) {
    this.content = content;
    this.options = options;
  }
}

/**
 * A part of a multipart body with a file name, a content type or headers of its own:
 * `part(stream, { filename: "a.csv", headers: { "X-Checksum": sum } })`.
 */
export function part<T>(content: T, options: PartOptions = {}): BodyPart<T> {
  return new BodyPart(content, options);
}

/**
 * What a multipart body takes for a `T`: each value as it is or as a `part`, and for a file bytes in any form. With a stream
 * among them the body is sent while it is read, has no length, and the call is not tried again.
 */
export type Parts<T> = {
  [K in keyof T]: T[K] extends readonly unknown[] | undefined ? PartList<T[K]> : PartValue<T[K]>;
};

type PartList<List> = List extends readonly (infer Item)[] ? readonly PartValue<Item>[] : List;
type PartValue<Value> = Value extends undefined
  ? Value
  : Value extends Blob
    ? Bytes | BodyPart<Bytes>
    : Value | BodyPart<Value>;

export type { ByteStream, Bytes };
