import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the load stage: one OpenAPI shape from all inputs. */
export const documentCodes = {
  "document/not-openapi": {
    severity: "error",
    message: msg`This is not an OpenAPI description: it has no "openapi" field.`,
    help: "Give an OpenAPI description (2.0 to 3.2) in JSON or YAML, or an HTML page of a known dialect.",
  },
  "document/unsupported-version": {
    severity: "error",
    message: msg`OpenAPI ${"version"} is not supported.`,
    help: "Convert the description to OpenAPI 2.0, 3.0, 3.1 or 3.2.",
  },
  "document/empty": {
    severity: "error",
    message: msg`This description has neither paths nor webhooks nor components.`,
    help: "Look whether the file is whole; a description has at least one of them (OpenAPI 3.2, section 4.1).",
  },
  "document/collection-format": {
    severity: "warning",
    loss: "widened",
    message: msg`No style writes a list as ${"format"} in ${"place"}; the parameter takes the whole text.`,
    help: "Nothing needs to be done if callers can join the items; else describe the list as csv, or as multi in a query.",
  },
  "document/nested-collection-format": {
    severity: "warning",
    loss: "dropped",
    message: msg`No style writes a list inside of a list; that these items are joined as ${"format"} is left out.`,
    help: "Nothing needs to be done if callers give each inner list as one text; else describe it as one.",
  },
  "document/second-body": {
    severity: "warning",
    loss: "dropped",
    message: msg`A request has one body: the parameter "${"name"}" is left out beside "${"body"}".`,
    help: "Describe all of it as one body or one form, or give each an operation of its own.",
  },
  "overlay/not-an-overlay": {
    severity: "error",
    message: msg`This is not an overlay: it has no "overlay" field with a list of "actions".`,
    help: "Give a document of the OpenAPI Overlay Specification; a description is an input.",
  },
  "overlay/unsupported-version": {
    severity: "error",
    message: msg`Overlay ${"version"} is not supported.`,
    help: "Write the overlay in version 1.0 or 1.1.",
  },
  "overlay/action": {
    severity: "error",
    message: msg`This action does not say what to change, or how.`,
    help: "Give a target, and with it update, copy or remove: true.",
  },
  "overlay/path": {
    severity: "error",
    message: msg`${"path"} is not a JSONPath: ${"reason"}.`,
    help: "Write it by RFC 9535; names with other signs than letters, digits and _ stand in brackets and quotes.",
  },
  "overlay/no-match": {
    severity: "warning",
    loss: "dropped",
    message: msg`Nothing in the description matches ${"target"}; the action does nothing.`,
    help: "Correct the target, or remove the action if the description has changed.",
  },
  "overlay/mismatch": {
    severity: "warning",
    loss: "dropped",
    message: msg`What ${"target"} selects is of another kind than the update, and stays as it is.`,
    help: "Give an object for an object, items for a list, and a text, number or boolean for another one.",
  },
  "overlay/copy": {
    severity: "warning",
    loss: "dropped",
    message: msg`${"path"} selects ${"count"} nodes where one is to be copied; the action does nothing.`,
    help: "Write a path that selects one node.",
  },
  "ref/siblings": {
    severity: "info",
    message: msg`Beside $ref OpenAPI ignores ${"keywords"} up to 3.0; so it is done here.`,
    help: "To hold both, put the $ref into allOf beside them, or write the description in 3.1.",
  },
  "ref/no-file": {
    severity: "error",
    message: msg`The file of ${"reference"} cannot be read: ${"reason"}.`,
    help: "Correct the path, which is taken from the folder of this file, or add the file.",
  },
  "ref/refused": {
    severity: "error",
    message: msg`${"reference"} is not followed: ${"reason"}.`,
    help: "Use a relative path to a file in the folder of the description or of the config file, or set root in the config file.",
  },
  "document/late-word": {
    severity: "warning",
    message: msg`"${"word"}" has this form in OpenAPI 3.0 alone; it is read as there.`,
    help: "From 3.1 on, say that a value may be null by the type null, and an exclusive bound by a number.",
  },
  "document/too-deep": {
    severity: "error",
    message: msg`This is nested more deeply than can be worked on.`,
    help: "Give inner schemas a name under components, and refer to them.",
  },
  "document/operation-conflict": {
    severity: "error",
    message: msg`The operation ${"id"} is ${"later"} here, but ${"earlier"} in an earlier input.`,
    help: "Give one of the two another operationId, or correct the method or the path.",
  },
  "document/component-conflict": {
    severity: "error",
    message: msg`The ${"kind"} "${"name"}" is another one here than in an earlier input, and references to it cannot mean both.`,
    help: "Rename one of the two with its references, or make them the same.",
  },
  "document/schema-conflict": {
    severity: "warning",
    loss: "dropped",
    message: msg`This schema is another one than that of an earlier input.`,
    help: "Make the inputs agree, or give the right one first.",
  },
  "document/conflict": {
    severity: "warning",
    loss: "dropped",
    message: msg`${"what"} is ${"later"} here, but ${"earlier"} in an earlier input.`,
    help: "Make the inputs agree, or give the right one first.",
  },
  "document/path-names": {
    severity: "info",
    message: msg`The path ${"later"} is the same as ${"earlier"} of an earlier input, whose parameter names count.`,
    help: "Use the same names in both inputs.",
  },
} as const satisfies Record<string, Definition>;
