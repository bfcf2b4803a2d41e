import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the schema rules: what a schema says that is not read as it stands. */
export const schemaCodes = {
  "schema/unknown-type": {
    severity: "warning",
    loss: "widened",
    message: msg`${"type"} is not a type of JSON Schema; the value is typed unknown.`,
    help: "Use string, number, integer, boolean, object, array or null.",
  },
  "schema/type-alias": {
    severity: "warning",
    message: msg`${"type"} is not a type of JSON Schema; it is read as ${"meant"}.`,
    help: "Use string, number, integer, boolean, object, array or null; what is more special is a format.",
  },
  "schema/required-flag": {
    severity: "warning",
    message: msg`The property "${"name"}" is marked as required by itself; it is read as required.`,
    help: "List its name under required, beside properties.",
  },
  "schema/null-beside": {
    severity: "warning",
    message: msg`No value is null and also what stands beside this; it is read as a value that may be null.`,
    help: 'Give null as one more member, anyOf: [..., { type: "null" }], or as one more value of the enum.',
  },
  "schema/value-type": {
    severity: "warning",
    message: msg`The value ${"value"} is none of the type ${"type"}; it is read as ${"meant"}.`,
    help: "Write the value as its type has it; in YAML quotes make a text of it.",
  },
  "schema/value-of-no-type": {
    severity: "warning",
    message: msg`The value ${"value"} is none of the type ${"type"}; it is kept as it stands.`,
    help: "Correct the value or the type.",
  },
  "schema/enum-of-items": {
    severity: "warning",
    message: msg`These values are no arrays, as the schema is; they are read as those of its items.`,
    help: "Move the enum into items.",
  },
  "schema/not-a-schema": {
    severity: "warning",
    loss: "widened",
    message: msg`A schema is an object or a boolean; what stands here is neither, and is typed unknown.`,
    help: "Correct the schema.",
  },
  "schema/circular": {
    severity: "warning",
    loss: "widened",
    message: msg`A tool that wrote references out has put "[Circular]" here, for a schema that holds itself; which one is not told, and it is typed unknown.`,
    help: "Give the description that the tool was given.",
  },
  "schema/unread-keyword": {
    severity: "warning",
    loss: "widened",
    message: msg`The keyword ${"keyword"} is not read here: the type allows more than the description does.`,
    help: "Nothing needs to be done if the wider type serves; else say it with allOf, oneOf, enum or required.",
  },
  "schema/empty-enum": {
    severity: "warning",
    loss: "widened",
    message: msg`This enum lists no value; it is typed unknown.`,
    help: "List the values, or leave the enum out.",
  },
  "schema/structured-value": {
    severity: "warning",
    loss: "widened",
    message: msg`An object or array as the only value allowed has no literal type; it is typed unknown.`,
    help: "Describe its shape with properties or prefixItems.",
  },
  "schema/inexact-value": {
    severity: "warning",
    message: msg`A number cannot hold ${"value"} exactly, so there is no literal type of it; it is typed as an integer.`,
    help: "Describe it as a string, if that is what the API sends; or give it the format int64 and ask for bigints.",
  },
  "schema/bytes-as-text": {
    severity: "info",
    message: msg`Bytes are sent as a body or as a part of a multipart one; in JSON, a form or a parameter this is text, and is typed string.`,
    help: "Nothing needs to be done; if the text is base64, say so by contentEncoding, or by the format byte before OpenAPI 3.1.",
  },
  "schema/bytes-in-both": {
    severity: "warning",
    message: msg`This schema is used in a multipart body and in JSON, a form or a parameter, which hold no bytes: it is typed Blob, and there it is text.`,
    help: "Describe what is text with a schema of its own.",
  },
  "schema/other-tag": {
    severity: "warning",
    loss: "dropped",
    message: msg`A discriminator says that "${"name"}" is ${"value"} here, which this schema does not allow; its own values are kept.`,
    help: "Correct the mapping, or the values of the property.",
  },
  "schema/own-alternative": {
    severity: "info",
    message: msg`${"name"} extends ${"base"}, of which it is an alternative; it has all that this says beside its alternatives.`,
    help: "Nothing needs to be done; to say the same without a circle, refer from both to a schema of what they share.",
  },
  "schema/only-itself": {
    severity: "warning",
    loss: "widened",
    message: msg`The schema ${"name"} refers to nothing but itself; that part of it is typed unknown.`,
    help: "Let one reference of the circle stand in a property or in items, or remove it.",
  },
} as const satisfies Record<string, Definition>;
