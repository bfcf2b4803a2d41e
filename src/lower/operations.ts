import type { Cursor } from "../document/cursor.js";
import type { ApiTag, Doc, Operation, OperationId } from "../ir/types.js";
import { lowerBody } from "./body.js";
import { type Call, callsOf } from "./calls.js";
import { type Lowering, partOf } from "./context.js";
import { lowerDoc } from "./doc.js";
import { lowerExtensions } from "./extensions.js";
import { reportFields } from "./fields.js";
import { type Incoming, lowerCallbacks } from "./incoming.js";
import { lowerParams } from "./params.js";
import { groupOf, segmentsOf, shapeOf, withPathParams } from "./path.js";
import { dereference } from "./reference.js";
import { lowerResponses } from "./responses.js";
import { lowerSecurity } from "./security.js";
import { lowerServers } from "./servers.js";
import { lowerPart } from "./unit.js";

export interface Operations {
  readonly operations: readonly Operation[];
  readonly callbacks: readonly Incoming[];
}

export function lowerOperations(ctx: Lowering, root: Cursor, tags: readonly ApiTag[]): Operations {
  const places = root
    .entries("paths")
    .flatMap(([path, item]) => (path.startsWith("x-") ? [] : placesOf(ctx, path, item)));
  reportSame(ctx, places);
  const shared = sharedIds(ctx, places);
  const marks = new Set(tags.flatMap(({ name, kind = "nav" }) => (kind === "nav" ? [] : [name])));
  const told = JSON.stringify([...marks]);
  const operations = places.map((it) => {
    const id = idOf(it, shared);
    const facts = [it.path, it.method, id, told];
    return lowerPart(ctx, `operation ${id}`, [it.item, it.node], facts, (own, [item = it.item, node = it.node]) =>
      lowerOperation(own, { ...it, item, node }, { id, marks }),
    );
  });
  const callbacks = operations.flatMap((it, i) => {
    const node = places[i]?.node;
    return node?.has("callbacks") === true ? lowerCallbacks(partOf(ctx, `operation ${it.id}`), node, it) : [];
  });
  return { operations, callbacks };
}

interface Place extends Call {
  readonly path: string;
  readonly item: Cursor;
}

function placesOf(ctx: Lowering, key: string, node: Cursor): readonly Place[] {
  const item = dereference(partOf(ctx, `path ${key}`), node);
  if (item === undefined) return [];
  reportFields(ctx, "pathItem", item);
  const path = key.startsWith("/") ? key : `/${key}`;
  if (path !== key) ctx.diagnostics.report("path/no-slash", { ...node.origin, at: "key" }, { path: key });
  return callsOf(ctx, item).map((it) => ({ ...it, path, item }));
}

/** Says which operations are the same request. Both are kept, as each is described for itself. */
function reportSame(ctx: Lowering, places: readonly Place[]): void {
  const seen = new Map<string, string>();
  for (const { method, path, node } of places) {
    const shape = `${method} ${shapeOf(path)}`;
    const other = seen.get(shape);
    if (other !== undefined)
      ctx.diagnostics.report("path/same", { ...node.origin, at: "key" }, { method, path, other });
    else seen.set(shape, path);
  }
}

/** The operationIds that identify nothing, since several operations have them (OpenAPI 3.1, section 4.8.10.1: they are unique). */
function sharedIds(ctx: Lowering, places: readonly Place[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { node } of places) {
    const id = node.text("operationId");
    if (id === undefined) continue;
    if (seen.has(id)) {
      shared.add(id);
      ctx.diagnostics.report("operation/duplicate-id", node.get("operationId")?.origin, { id });
    }
    seen.add(id);
  }
  return shared;
}

/** What its path says of all its operations speaks for one that says nothing of itself (OpenAPI 3.2, section 4.9). */
function docOf(ctx: Lowering, item: Cursor, node: Cursor): Doc {
  const own = lowerDoc(ctx, node);
  if (own.summary !== undefined || own.description !== undefined) return own;
  const { summary, description } = lowerDoc(ctx, item);
  return { ...own, ...(summary && { summary }), ...(description && { description }) };
}

/** The description's own id of an operation, or what stands for one where it has none of its own: both identify it (see `OperationId`). */
function idOf({ node, method, path }: Place, shared: ReadonlySet<string>): OperationId {
  const own = node.text("operationId");
  return (own === undefined || own === "" || shared.has(own) ? `${method} ${path}` : own) as OperationId;
}

/** The methods that `fetch` does not send (Fetch standard, section 2.2.1: forbidden methods). */
const REFUSED: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

interface Known {
  readonly id: OperationId;
  /** The tags that only mark operations (OpenAPI 3.2, section 4.22: `kind`), so that none is found by them. */
  readonly marks: ReadonlySet<string>;
}

function lowerOperation(ctx: Lowering, { path, method, item, node }: Place, { id, marks }: Known): Operation {
  reportFields(ctx, "operation", node);
  if (REFUSED.has(method)) ctx.diagnostics.report("operation/not-sent", { ...node.origin, at: "key" }, { method });
  const isNamed = node.text("operationId") === id;
  const body = node.get("requestBody");
  const tags = node.items("tags").map((it) => String(it.value));
  const security = lowerSecurity(ctx, node);
  const servers = lowerServers(ctx, node) ?? lowerServers(ctx, item);
  const segments = segmentsOf(path);
  const params = withPathParams(ctx, { path, segments, node }, lowerParams(ctx, item, node));
  const extensions = lowerExtensions(item, node);
  return {
    id,
    nameHint: isNamed ? [id] : [method.toLowerCase(), ...path.split("/")],
    group: tags.find((it) => !marks.has(it)) ?? tags[0] ?? groupOf(path),
    tags,
    method,
    path: segments,
    params,
    ...(body && lowerBody(ctx, method, body)),
    responses: lowerResponses(ctx, node),
    ...(security && { security }),
    ...(servers && { servers }),
    ...(extensions && { extensions }),
    origin: node.origin,
    doc: docOf(ctx, item, node),
  };
}
