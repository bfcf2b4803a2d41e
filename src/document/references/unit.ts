import { append, tokensOf } from "../../diagnostics/pointer.js";
import { isObject, type PlainObject } from "../values.js";
import type { Dialect } from "../version.js";
import type { Kind } from "../walk.js";
import { walkWithBase } from "./based-walk.js";
import { NO_SCOPE, type Scope } from "./scope.js";
import { pureReference, type Spot, textAt } from "./spot.js";

/** A tree that goes into the joined description as a whole: an input, or what a reference in another tree names. */
export interface Unit {
  readonly spot: Spot;
  readonly kind: Kind;
  readonly dialect: Dialect;
  /** JSON Pointer to where it stands in the bundled description, as far as that is known from the start. */
  readonly home: string | undefined;
  /** What it means where it is reached through schemas that say so. */
  readonly scope: Scope;
  /** Its objects, with what they are. */
  readonly nodes: ReadonlyMap<unknown, Kind>;
  readonly sites: readonly Site[];
}

/** A reference in a unit. */
export interface Site {
  readonly reference: string;
  /** Whether it is a `$dynamicRef`, which may mean something else than it names. */
  readonly isDynamic: boolean;
  readonly base: string;
  readonly kind: Kind;
  /** JSON Pointer of the node that holds it: in the source, and from the root of the unit. */
  readonly pointer: string;
  readonly inner: string;
  /** JSON Pointer to the reference from that node. */
  readonly way: string;
  readonly holder: PlainObject;
}

/** Two sites of one key in one scope name the same thing. */
export const siteKey = (
  { reference, isDynamic, base, kind }: Pick<Site, "reference" | "isDynamic" | "base" | "kind">,
  scope: Scope,
): string => `${base} ${reference} ${kind.position} ${kind.holds} ${isDynamic ? "dynamic" : ""} ${scope.key}`;

/** Looks through a tree for its references. */
export function unitOf(spot: Spot, kind: Kind, dialect: Dialect, home?: string, scope: Scope = NO_SCOPE): Unit {
  const nodes = new Map<unknown, Kind>();
  const sites: Site[] = [];
  walkWithBase(spot, kind, {
    enter: (node, at) => {
      nodes.set(node, at.kind);
      for (const { reference, way, isDynamic = false } of referencesOf(node, at.kind)) {
        const pointer = at.pointer();
        const inner = pointer.slice(spot.pointer.length);
        sites.push({ reference, isDynamic, base: at.base, kind: at.kind, pointer, inner, way, holder: node });
      }
    },
  });
  return { spot, kind, dialect, home, scope, nodes, sites };
}

type Reference = Pick<Site, "reference" | "way"> & Partial<Pick<Site, "isDynamic">>;

function referencesOf(node: PlainObject, { position }: Kind): readonly Reference[] {
  const [own, dynamic] = [textAt(node, "$ref"), position === "schema" ? textAt(node, "$dynamicRef") : undefined];
  return [
    ...(own === undefined ? [] : [{ reference: own, way: "/$ref" }]),
    ...(dynamic === undefined ? [] : [{ reference: dynamic, way: "/$dynamicRef", isDynamic: true }]),
    ...(position === "schema" ? mappedReferences(node) : []),
  ];
}

/** The references by which a discriminator names schemas (OpenAPI 3.2, section 4.25.3). */
export function mappedReferences(schema: PlainObject): readonly Pick<Site, "reference" | "way">[] {
  const { discriminator } = schema;
  if (!isObject(discriminator)) return [];
  const named = Object.entries(mappingOf(schema)).map(([it, name]) => [append("/mapping", it), name] as const);
  return [...named, ["/defaultMapping", discriminator["defaultMapping"]] as const].flatMap(([way, reference]) =>
    isMappedReference(reference) ? [{ reference, way: `/discriminator${way}` }] : [],
  );
}

/** The mapping of a discriminator. */
export function mappingOf(schema: PlainObject): PlainObject {
  const discriminator = schema["discriminator"];
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  return isObject(mapping) ? mapping : {};
}

/** A mapping names a schema by the name of its component, or by a reference: what looks like a file or has a pointer is one. */
export const isMappedReference = (value: unknown): value is string =>
  typeof value === "string" && /\.(json|ya?ml)($|#)|#\//i.test(value);

export const isPure = (site: Site): boolean => pureReference(site.holder) !== undefined;

/** Whether a unit holds a node as one of those that it was walked for: what stands in an extension or example is none. */
export function holds({ spot, nodes }: Unit, { source, pointer, node }: Spot): boolean {
  if (source !== spot.source || !isWithin(pointer, spot.pointer)) return false;
  // A boolean schema has no identity, so its holder stands for it.
  return nodes.has(isObject(node) ? node : nodeAt(source.value, pointer.slice(0, pointer.lastIndexOf("/"))));
}

/** Whether a pointer leads to what another one names, or further inside. */
export const isWithin = (pointer: string, outer: string): boolean =>
  pointer === outer || pointer.startsWith(`${outer}/`);

export const nodeAt = (root: unknown, pointer: string): unknown =>
  // Whatever is no container has no members that a token could name.
  tokensOf(pointer).reduce<unknown>((node, token) => (node as Readonly<Record<string, unknown>> | null)?.[token], root);
