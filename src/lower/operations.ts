import type { Cursor } from "../document/cursor.js";
import type { ApiTag, Operation, OperationId, Param, PathSegment } from "../ir/types.js";
import { lowerBody } from "./body.js";
import { type Call, callsOf } from "./calls.js";
import type { Lowering } from "./context.js";
import { lowerDoc } from "./doc.js";
import { lowerExtensions } from "./extensions.js";
import { type Incoming, lowerCallbacks } from "./incoming.js";
import { lowerParams } from "./params.js";
import { dereference } from "./reference.js";
import { lowerResponses } from "./responses.js";
import { lowerSecurity } from "./security.js";
import { lowerServers } from "./servers.js";

export interface Operations {
  readonly operations: readonly Operation[];
  readonly callbacks: readonly Incoming[];
}

export function lowerOperations(ctx: Lowering, root: Cursor, tags: readonly ApiTag[]): Operations {
  const places = root.entries("paths").flatMap(([path, item]): readonly Place[] => {
    const target = path.startsWith("x-") ? undefined : dereference(ctx, item);
    return target === undefined ? [] : callsOf(target).map((it) => ({ ...it, path, item: target }));
  });
  const shared = sharedIds(ctx, places);
  const marks = new Set(tags.flatMap(({ name, kind = "nav" }) => (kind === "nav" ? [] : [name])));
  const operations = places.map((it) => lowerOperation(ctx, it, { shared, marks }));
  const callbacks = operations.flatMap((it, i) => {
    const node = places[i]?.node;
    return node?.has("callbacks") === true ? lowerCallbacks(ctx, node, it) : [];
  });
  return { operations, callbacks };
}

interface Place extends Call {
  readonly path: string;
  readonly item: Cursor;
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

/** What is known of all operations before any is lowered. */
interface Known {
  /** The operationIds that several have. */
  readonly shared: ReadonlySet<string>;
  /** The tags that only mark operations (OpenAPI 3.2, section 4.22: `kind`), so that none is found by them. */
  readonly marks: ReadonlySet<string>;
}

function lowerOperation(ctx: Lowering, { path, method, item, node }: Place, { shared, marks }: Known): Operation {
  const ownId = node.text("operationId");
  const operationId = ownId === undefined || ownId === "" || shared.has(ownId) ? undefined : ownId;
  const body = node.get("requestBody");
  const tags = node.items("tags").map((it) => String(it.value));
  const security = lowerSecurity(ctx, node);
  const servers = lowerServers(ctx, node) ?? lowerServers(ctx, item);
  const params = lowerParams(ctx, item, node);
  const extensions = lowerExtensions(item, node);
  checkPath(ctx, path, node, params);
  return {
    // The description's own id, or what stands for one: both identify the operation (see `OperationId`).
    id: (operationId ?? `${method} ${path}`) as OperationId,
    nameHint: operationId === undefined ? [method.toLowerCase(), ...path.split("/")] : [operationId],
    group: tags.find((it) => !marks.has(it)) ?? tags[0] ?? groupOf(path),
    tags,
    method,
    path: segmentsOf(path),
    params,
    ...(body && lowerBody(ctx, method, body)),
    responses: lowerResponses(ctx, node),
    ...(security && { security }),
    ...(servers && { servers }),
    ...(extensions && { extensions }),
    origin: node.origin,
    doc: lowerDoc(ctx, node),
  };
}

/** The first segment that names something: `/v1/invoices/{invoice}/send` belongs to `invoices`. */
const groupOf = (path: string): string =>
  path.split("/").find((it) => it !== "" && !it.includes("{") && !/^(api|v\d+(\.\d+)*|\d+(\.\d+)*)$/i.test(it)) ??
  "root";

function segmentsOf(path: string): readonly PathSegment[] {
  // With a capturing group, `split` gives the text and the names in turn.
  return path
    .split(/\{([^{}]+)\}/)
    .map((it, i): PathSegment => (i % 2 === 0 ? { kind: "text", text: it } : { kind: "param", name: it }))
    .filter((it) => it.kind === "param" || it.text !== "");
}

/** Each `{name}` of the path has its parameter and each path parameter its `{name}` (OpenAPI 3.1, section 4.8.8.2). */
function checkPath(ctx: Lowering, path: string, node: Cursor, params: readonly Param[]): void {
  const inPath = new Set(segmentsOf(path).flatMap((it) => (it.kind === "param" ? [it.name] : [])));
  const declared = new Map(params.filter((it) => it.in === "path").map((it) => [it.wireName, it]));
  for (const name of inPath) {
    if (!declared.has(name)) ctx.diagnostics.report("path/param-undeclared", node.origin, { name, path });
  }
  for (const [name, param] of declared) {
    if (!inPath.has(name)) ctx.diagnostics.report("path/param-unused", param.origin, { name, path });
  }
}
