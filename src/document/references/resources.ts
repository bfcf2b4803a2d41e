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
  readonly #dynamic = new Map<string, Map<string, Spot>>();
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

  /** The schemas of a resource that have a `$dynamicAnchor`, by its name. */
  dynamicAnchors(base: string): ReadonlyMap<string, Spot> {
    return this.#dynamic.get(base) ?? NONE;
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
    if (dynamic !== undefined) {
      const anchors = this.#dynamic.get(spot.base) ?? new Map<string, Spot>();
      if (!anchors.has(dynamic)) this.#dynamic.set(spot.base, anchors.set(dynamic, spot));
    }
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const name = textAt(spot.node, keyword);
      const uri = `${spot.base}#${name}`;
      if (name !== undefined && !this.#anchors.has(uri)) this.#anchors.set(uri, spot);
    }
  }
}

const NONE: ReadonlyMap<string, Spot> = new Map();

/** Most sources have none of these, and are not walked for them. */
const mayIdentify = /\$(id|anchor|dynamicAnchor)\b/;
