import type { Cursor } from "../cursor.js";
import { resolved } from "./fact.js";
import { METHODS } from "../methods.js";

export interface Home {
  readonly path: string;
  readonly item: Cursor;
}
export interface Spot {
  readonly path: string;
  readonly method: string;
  /** Whether it stands among the `additionalOperations`, whose methods have no member of their own (OpenAPI 3.2, section 4.9). */
  readonly isAdditional: boolean;
  readonly operation: Cursor;
}

/** Where a description has its operations. */
export interface Known {
  /** The path that is the same as this one. */
  readonly homeOf: (path: string) => Home | undefined;
  readonly spotOf: (id: string) => Spot | undefined;
}

/** Where the inputs that are joined so far have their operations. It grows with each of them. */
export class PathIndex {
  /** Paths by themselves and by their shapes. The exact path is the last word; of several with one shape the first. */
  readonly #paths = new Map<string, string>();
  /** By operationId. */
  readonly #spots = new Map<string, Spot>();

  /** What is known of the joined description as it is now. */
  in(root: Cursor): Known {
    return {
      homeOf: (path) => {
        const own = this.#paths.get(path) ?? this.#paths.get(shapeOf(path));
        return own === undefined ? undefined : homeAt(root, own);
      },
      spotOf: (id) => {
        const spot = this.#spots.get(id);
        const home = spot && homeAt(root, spot.path);
        const operation = spot && home && sameSpot(home.item, spot);
        return spot && operation && { ...spot, operation };
      },
    };
  }

  add(home: Home): void {
    const shape = shapeOf(home.path);
    if (!this.#paths.has(shape)) this.#paths.set(shape, home.path);
    this.#paths.set(home.path, home.path);
    for (const spot of spotsOf(home)) {
      const id = spot.operation.text("operationId");
      if (id !== undefined) this.#spots.set(id, spot);
    }
  }
}

export function homeAt(root: Cursor, path: string): Home | undefined {
  const node = root.get("paths")?.get(path);
  const item = node && resolved(node);
  return item && { path, item };
}

export function listHomes(root: Cursor): readonly Home[] {
  return root.entries("paths").flatMap(([path, node]) => {
    const item = path.startsWith("/") ? resolved(node) : undefined;
    return item === undefined ? [] : [{ path, item }];
  });
}

export function spotsOf({ path, item }: Home): readonly Spot[] {
  const own = METHODS.flatMap((method): readonly Spot[] => {
    const operation = item.get(method);
    return operation === undefined ? [] : [{ path, method, isAdditional: false, operation }];
  });
  const additional = item.entries(ADDITIONAL).map(([method, operation]): Spot => {
    return { path, method, isAdditional: true, operation };
  });
  return [...own, ...additional];
}

/** The operation of another path item that the same request is for. */
export const sameSpot = (item: Cursor, { method, isAdditional }: Spot): Cursor | undefined =>
  (isAdditional ? item.get(ADDITIONAL) : item)?.get(method);

export const ADDITIONAL = "additionalOperations";

/**
 * A path without the names of its parameters. By OpenAPI paths that differ in these alone are identical (3.1.1, section
 * 4.8.8), and which names a server's author chose is nothing that a request could tell.
 */
export const shapeOf = (path: string): string => path.replaceAll(/\{[^{}]*\}/g, "{}");
