/** A failure of the system that a user can do something about. */
export interface Failure {
  /** Such as `EACCES`. */
  readonly code: string;
  readonly reason: string;
}

/** What went wrong in a call of the host; undefined when the error is not the system's, and so is a bug of ours. */
export function failureOf(error: unknown): Failure | undefined {
  const code = codeOf(error);
  return code === undefined ? undefined : { code, reason: reasons[code] ?? code };
}

/** Nothing stands at the path, or something above it is not a folder. */
export const isMissing = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");

/** No way leads there: nothing stands at the path, its links go round in a circle, or a folder on the way may not be entered. */
export const isOutOfReach = (error: unknown): boolean =>
  isMissing(error) || ["EACCES", "ELOOP", "EPERM"].includes(codeOf(error) ?? "");

/** What the system answers, or nothing where it refuses. */
export function orNothing<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  // The system's codes are `E` and capitals; Node's own (`ERR_...`) tell of a wrong call, which is our mistake.
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "it is in use",
  EDQUOT: "the disk quota is used up",
  EEXIST: "something is there already",
  EINVAL: "the file system does not accept this name",
  EIO: "the device failed",
  EISDIR: "it is a folder",
  ELOOP: "its symbolic links go round in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "it does not exist",
  ENOSPC: "the disk is full",
  ENOTDIR: "something on the way to it is not a folder",
  ENOTEMPTY: "the folder is not empty",
  EPERM: "the system does not permit it",
  EROFS: "the file system is read-only",
};
