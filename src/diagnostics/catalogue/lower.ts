import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the lower, passes and names stages: what the description means, its schemas aside. */
export const lowerCodes = {
  "ref/not-found": {
    severity: "error",
    message: msg`Nothing is at ${"ref"}.`,
    help: "Add the missing definition, or correct the $ref.",
  },
  "ref/spaces": {
    severity: "warning",
    message: msg`"${"ref"}" has spaces around it, which no reference has; it is read without them.`,
    help: "Remove the spaces.",
  },
  "ref/circular": {
    severity: "error",
    message: msg`${"ref"} leads back to itself.`,
    help: "Let one reference of the circle name a definition.",
  },
  "field/other-kind": {
    severity: "warning",
    loss: "dropped",
    message: msg`"${"field"}" holds ${"kind"} in OpenAPI; what stands here is none, and is not read.`,
    help: "Write it as OpenAPI has it, or remove it.",
  },
  "field/misspelled": {
    severity: "warning",
    loss: "dropped",
    message: msg`OpenAPI has no field "${"field"}" here, so it has no effect; did you mean "${"meant"}"?`,
    help: "Correct the name, or let it start with x- if it is an extension.",
  },
  "security/unknown-type": {
    severity: "warning",
    loss: "dropped",
    message: msg`The security scheme "${"scheme"}" has the type ${"type"}, which OpenAPI does not know; it is left out.`,
    help: "Use apiKey, http, oauth2, openIdConnect or mutualTLS.",
  },
  "security/unknown-place": {
    severity: "warning",
    message: msg`The API key "${"scheme"}" stands in "${"in"}", where no key can; it is sent as a header.`,
    help: "Give `in` as one of query, header and cookie.",
  },
  "security/undeclared": {
    severity: "warning",
    loss: "dropped",
    message: msg`No security scheme is called "${"scheme"}"; calls are sent without that credential.`,
    help: "Declare it under components/securitySchemes, or correct the name.",
  },
  "param/unknown-style": {
    severity: "warning",
    loss: "dropped",
    message: msg`${"style"} is no style of a ${"place"} parameter; ${"fallback"} is used.`,
    help: "See the styles of each place in OpenAPI, or leave the style out.",
  },
  "body/not-sent": {
    severity: "warning",
    message: msg`A ${"method"} request has a body here, which fetch refuses to send: a call that gives one fails.`,
    help: "Describe the values as query parameters, or give the operation another method.",
  },
  "operation/not-sent": {
    severity: "warning",
    message: msg`fetch refuses to send the method ${"method"}: each call of this operation fails.`,
    help: "Leave the operation out with methods or operations, or give it another method.",
  },
  "content/unread-keyword": {
    severity: "warning",
    loss: "dropped",
    message: msg`The keyword ${"keyword"} is not read here; what it says of the body is left out.`,
    help: "Describe the body by schema, and each property that is sent in its own way by encoding, with contentType or style.",
  },
  "content/plain": {
    severity: "info",
    loss: "widened",
    message: msg`A body of ${"mediaType"} is given as ${"form"}; what its schema says has no effect.`,
    help: "Nothing needs to be done if callers write and read the format; a body of JSON or of a form is typed by its schema.",
  },
  "param/incomplete": {
    severity: "error",
    message: msg`A parameter needs a name and a place; here they are "${"name"}" in "${"in"}".`,
    help: "Give `name`, and `in` as one of path, query, querystring, header and cookie.",
  },
  "param/place-case": {
    severity: "warning",
    message: msg`"${"in"}" is not a place of a parameter; it is read as ${"place"}.`,
    help: "Write the place in lower case.",
  },
  "param/no-content": {
    severity: "warning",
    message: msg`Nothing says how this parameter writes the query; it is written as a form.`,
    help: "Give it a content with one media type.",
  },
  "param/beside-query": {
    severity: "warning",
    loss: "dropped",
    message: msg`The parameter "${"name"}" cannot stand beside "${"whole"}", which is the whole query; it is left out.`,
    help: "Describe it as a part of the other one, or all of them as parameters in query.",
  },
  "header/illegal-name": {
    severity: "warning",
    loss: "dropped",
    message: msg`No response can have a header called "${"name"}"; it is left out.`,
    help: "The name of a header is made of letters, digits and !#$%&'*+-.^_`|~.",
  },
  "param/duplicate": {
    severity: "warning",
    loss: "dropped",
    message: msg`The ${"place"} parameter "${"name"}" stands twice in this list; the last one counts.`,
    help: "Remove one of the two.",
  },
  "path/param-undeclared": {
    severity: "warning",
    message: msg`The path ${"path"} uses {${"name"}}, which no parameter declares; it is read as a string.`,
    help: "Declare it with `in: path`.",
  },
  "path/param-unused": {
    severity: "warning",
    loss: "dropped",
    message: msg`The path parameter "${"name"}" does not occur in ${"path"}; it is left out.`,
    help: "Add it to the path in braces, or remove it.",
  },
  "path/param-spelled": {
    severity: "warning",
    message: msg`The path ${"path"} has {${"name"}}, which is declared as "${"declared"}"; the path counts.`,
    help: "Spell both alike.",
  },
  "path/no-slash": {
    severity: "warning",
    message: msg`The path "${"path"}" does not start with a slash; it is read as if it did.`,
    help: "Start the path with a slash.",
  },
  "path/same": {
    severity: "warning",
    message: msg`${"method"} ${"path"} is the same request as that of ${"other"}, whose parameters have other names.`,
    help: "Remove one of the two, or tell them apart by their paths.",
  },
  "operation/method-case": {
    severity: "warning",
    message: msg`"${"key"}" is read as the method ${"method"}.`,
    help: "Write the method in lower case.",
  },
  "body/part-header": {
    severity: "info",
    message: msg`The header ${"name"} of the part "${"part"}" has no value of its own: a call must give it.`,
    help: "Call with part(value, { headers }), or give its schema a const or a default.",
  },
  "body/unknown": {
    severity: "warning",
    loss: "widened",
    message: msg`There is a request body, but nothing says what it is; it is typed unknown and sent as given.`,
    help: "Describe its content here, or join an input that does.",
  },
  "body/unnamed-part": {
    severity: "warning",
    loss: "widened",
    message: msg`A form has named parts, and this schema is of a single value without a name; it takes an object of parts.`,
    help: "Describe an object that has the value as a property, called as the API calls the part.",
  },
  "response/unknown-status": {
    severity: "warning",
    loss: "dropped",
    message: msg`"${"status"}" is not a status, a range such as 4XX, or default; the response is left out.`,
    help: "Correct the key of the response.",
  },
  "filter/no-match": {
    severity: "error",
    message: msg`No operation matches ${"what"} "${"name"}".${"suggestion"}`,
    help: "See what there is with `sdkwright inspect <input>`.",
  },
  "pagination/no-operation": {
    severity: "error",
    message: msg`The configuration tells how "${"operation"}" is paged; there is no operation of that id.`,
    help: "See what there is with `sdkwright inspect <input>`.",
  },
  "pagination/no-fit": {
    severity: "error",
    message: msg`The configuration tells how "${"operation"}" is paged, but it does not have ${"missing"}.`,
    help: "Correct the rule in `pagination`, or the description. A rule is for a JSON answer of an operation that reads.",
  },
  "pagination/extension": {
    severity: "warning",
    loss: "dropped",
    message: msg`What ${"name"} says cannot be used: ${"reason"}.`,
    help: "Correct it, or tell how the operation is paged in the configuration.",
  },
  "filter/excludes-nothing": {
    severity: "warning",
    message: msg`No operation matches ${"what"} "${"name"}", so nothing is taken out by it.${"suggestion"}`,
    help: "See what there is with `sdkwright inspect <input>`.",
  },
  "filter/nothing-left": {
    severity: "error",
    message: msg`The filters together leave no operation.`,
    help: "The settings operations, tags and paths choose; methods, entries with ! and the two flags take away from that.",
  },
  "names/collision": {
    severity: "info",
    message: msg`"${"name"}" is already taken by ${"other"}; this one is called ${"chosen"}.`,
    help: "Rename one of the two in the description to choose the names yourself.",
  },
  "names/reserved": {
    severity: "info",
    message: msg`"${"name"}" has a meaning of its own in TypeScript or in the SDK; this one is called ${"chosen"}.`,
    help: "Rename it in the description to choose the name yourself.",
  },
  "names/kept": {
    severity: "info",
    message: msg`This would be called ${"name"} now; it keeps the name ${"kept"}, which is in the lock.`,
    help: "Run sdkwright generate --accept-renames to take the new name.",
  },
  "names/moved": {
    severity: "error",
    message: msg`What was called ${"name"} and stood at ${"place"} stands here now, where it would be called ${"chosen"}.`,
    help: 'Run sdkwright generate --accept-renames to take the new name (the setting renames: "alias" leaves the old one beside it), or correct the place in sdkwright.lock to keep the old one.',
  },
  "names/lost": {
    severity: "error",
    message: msg`The lock calls this ${"name"}, which ${"reason"}.`,
    help: "Run sdkwright generate --accept-renames to have it called otherwise, or correct the line in sdkwright.lock.",
  },
  "names/renamed": {
    severity: "info",
    message: msg`What was called ${"from"} is called ${"name"} from now on.`,
    help: "Commit sdkwright.lock; users of the SDK write the new name.",
  },
  "names/alias-taken": {
    severity: "warning",
    message: msg`The former name ${"name"} cannot stay as an alias, since it ${"reason"}.`,
    help: "Remove the line with that name that starts with `was` from sdkwright.lock.",
  },
  "operation/duplicate-id": {
    severity: "warning",
    loss: "dropped",
    message: msg`The operationId "${"id"}" is used more than once; those operations are named by method and path.`,
    help: "Give each operation an operationId of its own.",
  },
} as const satisfies Record<string, Definition>;
