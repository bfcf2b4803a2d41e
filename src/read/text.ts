import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { SourceFile } from "./read.js";

/** The text of a file in UTF-8, without its byte order mark (RFC 3629, section 6). */
export function decode({ bytes, index }: SourceFile, diagnostics: Diagnostics): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder().decode(bytes);
    const start = text.indexOf("\uFFFD");
    diagnostics.report("read/not-utf8", { source: index, pointer: "", range: { start, end: start + 1 } }, {});
    return text;
  }
}
