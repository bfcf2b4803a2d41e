import type { Cursor } from "../cursor.js";
import { resolved } from "./fact.js";
import { METHODS } from "../methods.js";

/** Where the earlier input has its operations. */
export interface PathIndex {
  /** By the exact path, and by the path without the names of its parameters. */
  readonly homes: ReadonlyMap<string, Home>;
  readonly byId: ReadonlyMap<string, Spot>;
}
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

export function indexPaths(root: Cursor): PathIndex {
  const homes = listHomes(root);
  // The exact path is the last word; of several with one shape the first.
  const byShape = [...homes].reverse().map((home) => [shapeOf(home.path), home] as const);
  const byPath = homes.map((home) => [home.path, home] as const);
  return {
    homes: new Map([...byShape, ...byPath]),
    byId: new Map(
      homes.flatMap(spotsOf).flatMap((spot) => {
        const id = spot.operation.text("operationId");
        return id === undefined ? [] : [[id, spot] as const];
      }),
    ),
  };
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
