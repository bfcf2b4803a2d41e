import type { ApiPromise } from "../api-promise.js";
import type { BytesOptions } from "../bytes.js";
import type { Exchange } from "../operation.js";
import { bytesOf } from "./chunks.js";

/**
 * Calls an operation and gives the bytes that it answers with as a stream, while they arrive, instead of a Blob:
 *
 *     const stream = await asStream(getFile, client, { path: { id } });
 *
 * `timeoutMs` is about the start of the answer, the signal of the call about all of it. What breaks off later is the error
 * of the stream. An answer that is no bytes, or a failure, is what it is without.
 */
export function asStream<Call extends Operation>(
  operation: Call,
  ...[client, input, options]: Parameters<Call>
): Streaming<ReturnType<Call>> {
  // `bytes` reads such an answer by this, and nothing else looks at it. All generated functions take options in this place.
  const reading: object & BytesOptions = { ...(options as object | undefined), bytes: download };
  return operation(client as never, input as never, reading as never) as unknown as Streaming<ReturnType<Call>>;
}

/** A generated function. */
type Operation = (client: never, input: never, options: never) => Promise<unknown>;

type Streaming<Call> =
  Call extends ApiPromise<infer Output, infer Failure, infer Responses, infer Described>
    ? ApiPromise<Streamed<Output>, Failure, { [Key in keyof Responses]: StreamedAt<Key, Responses[Key]> }, Described>
    : never;
type Streamed<Body> = Body extends Blob ? ReadableStream<Uint8Array> : Body;
type StreamedAt<Key, Body> = `${Key & (string | number)}` extends `2${string}` ? Streamed<Body> : Body;

function download(response: Response, exchange: Exchange): ReadableStream<Uint8Array> {
  const pieces = bytesOf(response, exchange);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
