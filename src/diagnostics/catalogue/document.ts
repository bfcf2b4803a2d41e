import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the load stage: one OpenAPI shape from all inputs. */
export const documentCodes = {
  "document/not-openapi": {
    severity: "error",
    message: msg`This is not an OpenAPI description: it has no "openapi" field.`,
    help: "Give an OpenAPI 3.0 or 3.1 description in JSON or YAML, or an HTML page of a known dialect.",
  },
  "document/unsupported-version": {
    severity: "error",
    message: msg`OpenAPI ${"version"} is not supported.`,
    help: "Convert the description to OpenAPI 3.0 or 3.1.",
  },
  "document/outer-reference": {
    severity: "error",
    message: msg`This refers to another file, ${"file"}, which is not supported.`,
    help: "Bundle the description into one file first.",
  },
} as const satisfies Record<string, Definition>;
