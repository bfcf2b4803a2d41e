import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Content, Input } from "../format.js";
import { tryJson } from "../json/read-json.js";

/** YAML 1.2. JSON is YAML too, and `JSON.parse` reads it many times faster. */
export async function read(input: Input, diagnostics: Diagnostics): Promise<Content | undefined> {
  return tryJson(input, diagnostics) ?? (await import("./parse.js")).parseYaml(input, diagnostics);
}
