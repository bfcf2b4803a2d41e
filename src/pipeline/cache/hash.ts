import { createHash, hash as oneShot } from "node:crypto";
import type { Host } from "../host.js";

export const hash = (data: string | Uint8Array): string => oneShot("sha256", data);

/** Undefined where no file is, or one that cannot be read: a whole run will say so. */
export function hashOfFile(path: string, host: Host): string | undefined {
  if (host.stat(path)?.kind !== "file") return undefined;
  const pieces = host.readPieces(path);
  if (pieces === undefined) return undefined;
  const all = createHash("sha256");
  for (const it of pieces) all.update(it);
  return all.digest("hex");
}
