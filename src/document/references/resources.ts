import type { Source } from "../../read/source.js";
import { isDescription } from "../version.js";
import type { Kind } from "../walk.js";
import { resolveUri } from "./address.js";
import { walkWithBase } from "./based-walk.js";
import { baseWithin, type Spot, textAt } from "./spot.js";

/** What has a URI of its own, wherever it stands: sources, descriptions with `$self`, schemas with `$id`, anchors. */
export class Resources {
  readonly #byUri = new Map<string, Spot>();
  readonly #anchors = new Map<string, Spot>();
  readonly #dynamic = new Map<string, Set<unknown>>();
  readonly #seen = new Set<unknown>();

  /** Takes in a source that was read from an address, and gives its root. */
  addSource(source: Source, address: string): Spot {
    const known = this.#byUri.get(address);
    if (known !== undefined) return known;
    // OpenAPI 3.2, section 4.1.2.2: `$self` is the base for references in a description.
    const self = textAt(source.value, "$self");
    const base = (self === undefined ? undefined : resolveUri(self, address)) ?? address;
    const root = { source, pointer: "", node: source.value, base: baseWithin(source.value, base) };
    for (const uri of [address, base]) this.#byUri.set(uri, root);
    this.addWithin(root, { position: isDescription(source.value) ? "openapi" : "schema", holds: "one" });
    return root;
  }

  /** Takes in the schemas in a node that have a URI or an anchor. */
  addWithin(spot: Spot, kind: Kind): void {
    if (this.#seen.has(spot.node) || !mayIdentify.test(spot.source.text)) return;
    this.#seen.add(spot.node);
    walkWithBase(spot, kind, {
      enter: (node, at) => {
        if (at.kind.position === "schema") this.#add({ ...spot, pointer: at.pointer(), node, base: at.base });
      },
    });
  }

  /**
   * Whether `$dynamicRef` names the same schema from wherever it is reached: which one it means is asked of the schemas
   * on the way to it, and only those with a `$dynamicAnchor` of that name answer (JSON Schema 2020-12, section 8.2.3.2).
   */
  isStatic(dynamicReference: string): boolean {
    return (this.#dynamic.get(dynamicReference.replace(/^[^#]*#/, ""))?.size ?? 0) < 2;
  }

  byUri(uri: string): Spot | undefined {
    return this.#byUri.get(uri);
  }

  anchor(base: string, name: string): Spot | undefined {
    return this.#anchors.get(`${base}#${name}`);
  }

  #add(spot: Spot): void {
    if (textAt(spot.node, "$id") !== undefined && !this.#byUri.has(spot.base)) this.#byUri.set(spot.base, spot);
    const dynamic = textAt(spot.node, "$dynamicAnchor");
    if (dynamic !== undefined) this.#dynamic.set(dynamic, (this.#dynamic.get(dynamic) ?? new Set()).add(spot.node));
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const name = textAt(spot.node, keyword);
      const uri = `${spot.base}#${name}`;
      if (name !== undefined && !this.#anchors.has(uri)) this.#anchors.set(uri, spot);
    }
  }
}

/** Most sources have none of these, and are not walked for them. */
const mayIdentify = /\$(id|anchor|dynamicAnchor)\b/;
