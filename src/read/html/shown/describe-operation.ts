import type { Range } from "../../../diagnostics/diagnostics.js";
import { list, object, type Placed, value } from "../../placed.js";
import type { Page } from "../page.js";
import type { ShownBody, ShownOperation, ShownParameter, ShownResponse } from "./shown.js";

export function describeOperation(page: Page, operation: ShownOperation): Placed {
  const { range, id, summary, description, tags, body, responses } = operation;
  const parameters = describeParameters(page, operation);
  const told = responses.map((it) => [it.code, describeResponse(page, it)] as const);
  return object(range, {
    operationId: id,
    summary,
    description,
    tags: tags.length === 0 ? undefined : value(range, tags),
    parameters: parameters.length === 0 ? undefined : list(range, parameters),
    requestBody: body && describeBody(page, body),
    responses: object(range, Object.fromEntries(told)),
  });
}

/** Those that are listed, then those that only the path names. */
function describeParameters(page: Page, { path, range, parameters }: ShownOperation): readonly Placed[] {
  const named = [...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []);
  const listed = parameters.map((it) => ({ ...it, place: it.place ?? (named.includes(it.name) ? "path" : undefined) }));
  const inPath = new Set(listed.filter((it) => it.place === "path").map((it) => it.name));
  const unlisted = named
    .filter((it) => !inPath.has(it))
    .map((name) => ({ range, name, place: "path", required: true }));
  return [...listed, ...unlisted].flatMap((it) => describeParameter(page, it) ?? []);
}

function describeParameter(page: Page, parameter: ShownParameter): Placed | undefined {
  const { range, name, place, required, description, schema } = parameter;
  if (place === undefined) {
    page.report("read/page-parameter-place", range, { name });
    return undefined;
  }
  if (name === "" || !PLACES.has(place)) {
    page.report("read/page-parameter", range, { name, place });
    return undefined;
  }
  if (schema === undefined) page.report("read/page-parameter-type", range, { name, what: "type" });
  return object(range, {
    name: value(range, name),
    in: value(range, place),
    description,
    required: value(range, required || place === "path"),
    schema,
  });
}

const PLACES: ReadonlySet<string> = new Set(["path", "query", "header", "cookie"]);

function describeBody(page: Page, { range, required, types, schema }: ShownBody): Placed {
  if (schema === undefined) page.report("read/page-unknown-body", range, {});
  return object(range, {
    required: required === undefined ? undefined : value(range, required),
    content: contentOf(page, range, types, schema, "the request body") ?? object(range, {}),
  });
}

function describeResponse(page: Page, response: ShownResponse): Placed {
  const { range, code, description, types, schema } = response;
  const empty = response.empty === true || isBodiless(code);
  if (!empty && schema === undefined) page.report("read/page-untyped-response", range, { code });
  const content = empty ? undefined : contentOf(page, range, types, schema, `the response ${code}`);
  return object(range, { description: description ?? value(range, ""), headers: describeHeaders(response), content });
}

function describeHeaders({ range, headers = [] }: ShownResponse): Placed | undefined {
  const members = headers.map((it) => {
    const schema = it.schema ?? value(it.range, {});
    return [it.name, object(it.range, { description: it.description, schema })] as const;
  });
  return members.length === 0 ? undefined : object(range, Object.fromEntries(members));
}

/** RFC 9110, sections 15.2, 15.3.5 and 15.4.5: these never have content. */
const isBodiless = (code: string): boolean => /^(?:1..|204|304)$/.test(code);

/** A schema needs a media type; where none is told it is JSON, as what a page shows of a schema is told in its terms. */
function contentOf(
  page: Page,
  range: Range,
  types: readonly string[],
  schema: Placed | undefined,
  what: string,
): Placed | undefined {
  if (types.length === 0 && schema === undefined) return undefined;
  if (types.length === 0) page.report("read/page-media-type", range, { what });
  const told = types.length === 0 ? ["application/json"] : types;
  return object(range, Object.fromEntries(told.map((type) => [type, object(range, { schema })])));
}
