/** Streams of JSON values: NDJSON, JSON lines, and JSON text sequences (RFC 7464). */
import type { Draft } from "../draft.js";
import { DecodeError } from "../errors.js";
import type { BodySpec, Exchange, Reader, RequestBody } from "../operation.js";
import { chunksOf } from "./chunks.js";
import { uploadOf } from "./upload.js";

/** Gives the values one by one, as they arrive. */
export const jsonLines: Reader = {
  types: /ndjson|json-?l|json-seq/i,
  read: async (response, exchange) =>
    response.ok ? valuesIn(chunksOf(response, exchange), response, exchange) : response.text(),
};

/** Starts each value of a sequence, which may take several lines; no other JSON can hold it. */
const SEPARATOR = "\x1e";

async function* valuesIn(
  chunks: AsyncGenerator<string>,
  response: Response,
  { draft: { spec } }: Exchange,
): AsyncGenerator<unknown> {
  let [separator, rest] = ["\n", ""];
  for await (const chunk of chunks) {
    if (chunk.startsWith(SEPARATOR)) separator = SEPARATOR;
    // The chunk alone is searched: a line of many chunks would take time that grows with its square.
    const [first = "", ...others] = chunk.split(separator);
    const texts = [rest + first, ...others];
    rest = texts.pop() ?? "";
    for (const text of texts) yield* valueOf(text);
    // The last value of a sequence so far does not wait for the next one.
    const last = rest !== "" && chunk.endsWith("\n") ? parsed(rest) : undefined;
    if (last !== undefined) {
      yield last;
      rest = "";
    }
  }
  yield* valueOf(rest);

  function* valueOf(text: string): Generator<unknown> {
    if (text.trim() === "") return;
    const value = parsed(text);
    if (value === undefined) throw new DecodeError(spec, response, text, ": a value of the stream is not JSON");
    yield value;
  }
  /** Undefined is no JSON. */
  function parsed(text: string): unknown {
    try {
      return (spec.parse ?? JSON.parse)(text);
    } catch {
      return undefined;
    }
  }
}

/** Writes values a line each. An array is sent whole and can be sent again; what else gives values is sent as it gives them. */
export function encodeJsonLines(
  values: unknown,
  { contentType = "", json = JSON.stringify }: BodySpec,
  draft: Draft,
): RequestBody {
  const start = /json-seq/i.test(contentType) ? SEPARATOR : "";
  const line = (value: unknown): string => `${start}${json(value)}\n`;
  if (Array.isArray(values)) return values.map(line).join("");
  // The generated input types admit nothing else here.
  return uploadOf(linesOf(values as Iterable<unknown> | AsyncIterable<unknown>, line), draft);
}

async function* linesOf(
  values: Iterable<unknown> | AsyncIterable<unknown>,
  line: (value: unknown) => string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const value of values) yield encoder.encode(line(value));
}
