import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the read stage: bytes to a tree of plain values. */
export const readCodes = {
  "read/not-found": {
    severity: "error",
    message: msg`There is no file ${"path"}${"guess"}`,
    help: "Check the path; it is taken from the working directory, in a config file from the folder of that file.",
  },
  "read/unknown-format": {
    severity: "error",
    message: msg`This is none of the formats that can be read (${"formats"}).`,
    help: "Name the file by its format (.json, .yaml, .html), or check that it is the file that you mean.",
  },
  "read/not-utf8": {
    severity: "error",
    message: msg`This is not UTF-8.`,
    help: "Save the file as UTF-8.",
  },
  "read/json-syntax": {
    severity: "error",
    message: msg`This is not JSON: ${"reason"}.`,
    help: "Correct the syntax at the place shown.",
  },
  "read/json-duplicate": {
    severity: "warning",
    loss: "dropped",
    message: msg`The key "${"key"}" stands twice in one object; the last one counts.`,
    help: "Remove one of the two.",
  },
  "read/yaml-tabs": {
    severity: "warning",
    message: msg`This YAML is indented by tabs, which YAML does not allow; each is read as one level.`,
    help: "Indent by spaces.",
  },
  "read/yaml-syntax": {
    severity: "error",
    message: msg`This is not YAML: ${"reason"}.`,
    help: "Correct the syntax at the place shown.",
  },
  "read/yaml-alias": {
    severity: "error",
    message: msg`The aliases of this YAML cannot be followed: ${"reason"}.`,
    help: "Write the node out where the alias stands.",
  },
  "read/yaml-doubt": {
    severity: "warning",
    message: msg`This YAML may not mean what it says: ${"reason"}.`,
    help: "Remove the tag or directive, or write the value so that it needs none.",
  },
  "read/page-unknown": {
    severity: "error",
    message: msg`This page is of no known kind. Looked for: ${"markers"}.`,
    help: "Give the OpenAPI description itself if there is one.",
  },
  "read/page-no-description": {
    severity: "error",
    message: msg`This is a page of ${"tool"}, but the description that it shows is neither in it nor named by it.`,
    help: "Save the page with all of its scripts, or give the OpenAPI description itself.",
  },
  "read/page-code": {
    severity: "warning",
    loss: "dropped",
    message: msg`Here the description in the page is code, which is not run; it is left out.`,
    help: "Give the OpenAPI description itself, or write the value that the code gives in its place.",
  },
  "read/page-several": {
    severity: "warning",
    loss: "dropped",
    message: msg`This description is read, the one that the page opens with, of ${"count"}.`,
    help: "Give the others, each as an input of its own, or the one that is meant instead of the page.",
  },
  "read/page-refused": {
    severity: "error",
    message: msg`The page shows the description ${"url"}, which is not read: ${"reason"}.`,
    help: "Give that description instead of the page if you trust it, or set root in the config file.",
  },
  "read/page-not-beside": {
    severity: "error",
    message: msg`The page shows the description ${"url"}, and ${"path"} cannot be read: ${"reason"}.`,
    help: "Save that file beside the page, or give the description itself.",
  },
  "read/page-circle": {
    severity: "error",
    message: msg`The page leads to ${"path"}, which leads back.`,
    help: "Give the OpenAPI description itself.",
  },
  "read/script-unknown": {
    severity: "error",
    message: msg`This script holds no description in a form that is known, and names none.`,
    help: "Give the page that loads it, or the OpenAPI description itself.",
  },
  "read/page-incomplete": {
    severity: "error",
    message: msg`This page does not tell ${"what"}.`,
    help: "Check that the page is whole; it may have been cut.",
  },
  "read/page-cut": {
    severity: "warning",
    loss: "dropped",
    message: msg`The page ends before what it is about has ended; what stood behind is missing.`,
    help: "Fetch the page again.",
  },
  "read/page-too-deep": {
    severity: "error",
    message: msg`The elements of this page are nested more than ${"depth"} deep.`,
    help: "Check that it is the page that you mean; if it is, report it to whoever makes it.",
  },
  "read/page-separator": {
    severity: "warning",
    message: msg`A separator before a brace was lost when the page was made from Markdown; the path is read as ${"path"}.`,
    help: "Check the path; if it is another one, correct the page.",
  },
  "read/page-backslashes": {
    severity: "info",
    message: msg`The path is written with backslashes; it is read as ${"path"}.`,
    help: "Nothing needs to be done if that is the path; else correct the page.",
  },
  "read/page-base-url": {
    severity: "info",
    message: msg`The path starts with ${"prefix"}, which only stands for the server; it is left out.`,
    help: "Nothing needs to be done; the server comes from another input or from the client's baseUrl.",
  },
  "read/page-mojibake": {
    severity: "info",
    message: msg`"${"text"}" is UTF-8 that was read as Windows-1252; it is taken for "${"repaired"}".`,
    help: "Save or fetch the page again as UTF-8, or correct the place shown.",
  },
  "read/page-nested-paragraph": {
    severity: "info",
    message: msg`The paragraph of the description holds paragraphs, which HTML does not allow; all that follows the heading is taken as the description.`,
    help: "Nothing needs to be done if the description is right; else correct the page.",
  },
  "read/page-placeholder-host": {
    severity: "info",
    message: msg`The host ${"host"} is a placeholder; it is left out, so the page tells no server.`,
    help: "Give the server in a description beside the page, or as the client's baseUrl.",
  },
  "read/page-host-only": {
    severity: "info",
    message: msg`The page tells the host of the server alone; ${"url"} may lack the start of the path.`,
    help: "If the path has a start that all operations share, set it by the client's baseUrl.",
  },
  "read/page-operation-id": {
    severity: "info",
    message: msg`The page does not tell the operationId; it is taken from the name of the file: ${"id"}.`,
    help: "Name the file by its operation.",
  },
  "read/page-parameter": {
    severity: "warning",
    loss: "dropped",
    message: msg`The parameter "${"name"}" in "${"place"}" is none that OpenAPI knows; it is left out.`,
    help: "A parameter has a name and is in path, query, header or cookie.",
  },
  "read/page-parameter-type": {
    severity: "info",
    message: msg`The page does not tell the ${"what"} of the parameter "${"name"}".`,
    help: "Give a description beside the page; what it tells is filled in.",
  },
  "read/page-schema": {
    severity: "warning",
    loss: "widened",
    message: msg`The schema of the request body is not JSON; the body is taken as unknown.`,
    help: "Correct the schema in the page, or give a description beside it.",
  },
  "read/page-schema-quotes": {
    severity: "warning",
    message: msg`The schema of the request body is not JSON, since quotes inside of its strings have lost their backslashes; they are put back.`,
    help: "Check the body's type; if it is wrong, correct the schema in the page.",
  },
  "read/page-unknown-body": {
    severity: "info",
    message: msg`The operation has a request body, and the page does not tell what it is.`,
    help: "Give a description beside the page; what it tells is filled in.",
  },
  "read/page-parameter-place": {
    severity: "warning",
    loss: "dropped",
    message: msg`The page does not tell where the parameter "${"name"}" goes; it is left out.`,
    help: "Give a description beside the page; what it tells is filled in.",
  },
  "read/page-types": {
    severity: "info",
    loss: "widened",
    message: msg`The page does not tell what these types are, so they are taken as unknown: ${"names"}.`,
    help: "Give a description beside the page; what it tells is filled in.",
  },
  "read/page-media-type": {
    severity: "warning",
    message: msg`The page does not tell the media type of ${"what"}; it is read as application/json.`,
    help: "Give a description beside the page if it is another.",
  },
  "read/page-untyped-response": {
    severity: "info",
    message: msg`The page does not tell what the response ${"code"} holds.`,
    help: "Give a description beside the page; what it tells is filled in.",
  },
} as const satisfies Record<string, Definition>;
