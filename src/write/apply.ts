import { dirname, join } from "node:path";
import { failureOf, type Failure, isMissing } from "../pipeline/failure.js";
import { makeFolders } from "../pipeline/folders.js";
import type { Host } from "../pipeline/host.js";
import { foldersOf, type OutputFile, type Plan } from "./plan.js";
import { tempName } from "./tree.js";

/** What stopped the writing, and at which path. */
export interface WriteFailure extends Failure {
  readonly path: string;
}

/**
 * Carries a plan out. All new files are first written beside their places under other names, so that a full disk or a
 * missing permission is met while the old output is whole; then each is renamed into place, which is one step. A run
 * that is killed in between leaves every file whole, old or new.
 */
export function apply(plan: Plan, root: string, host: Host): WriteFailure | undefined {
  const made: string[] = [];
  try {
    makeFolder(root, host, made);
    plan.clear.forEach((path) => removeFile(join(root, path), host));
    new Set(plan.put.map((it) => dirname(it.path))).forEach((it) => makeFolder(join(root, it), host, made));
    const staged = plan.put.map((file) => stage(file, root, host, made));
    plan.twins.forEach((path) => removeFile(join(root, path), host));
    staged.forEach((it) => settle(it, host, made));
    plan.remove.forEach((path) => removeFile(join(root, path), host));
    emptiedBy(plan).forEach((folder) => removeEmptyFolder(join(root, folder), host));
    return undefined;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    // What cannot be taken back stays: temporary files that are in place by now, folders that hold something.
    made.toReversed().forEach((path) => quietly(() => host.remove(path)));
    return error.failure;
  }
}

interface Staged {
  readonly text: string;
  readonly temp: string;
  readonly place: string;
}

function stage({ path, text }: OutputFile, root: string, host: Host, made: string[]): Staged {
  const place = join(root, path);
  const temp = join(dirname(place), tempName(host));
  made.push(temp);
  attempt(place, () => again(() => put(temp, text, host, made)));
  return { text, temp, place };
}

function settle({ text, temp, place }: Staged, host: Host, made: string[]): void {
  let isStaged = true;
  const move = (): void => {
    if (!isStaged) put(temp, text, host, made);
    isStaged = false;
    host.rename(temp, place);
  };
  attempt(place, () => again(move));
}

/** The folder is there, unless another run has removed it since. */
function put(temp: string, text: string, host: Host, made: string[]): void {
  try {
    host.writeFile(temp, text);
  } catch (error) {
    if (!isMissing(error)) throw error;
    makeFolders(dirname(temp), host, (it) => made.push(it));
    host.writeFile(temp, text);
  }
}

/** Another run in the same folder removes what it takes for leftovers of a killed one, and folders that it empties: each once. */
function again(act: () => void): void {
  for (let left = MOST_TRIES; ; left--) {
    try {
      return act();
    } catch (error) {
      if (left === 0 || !isMissing(error)) throw error;
    }
  }
}

const MOST_TRIES = 20;

/** Remembers each folder that was missing, so that a run that fails leaves none behind. */
const makeFolder = (folder: string, host: Host, made: string[]): void =>
  attempt(folder, () => makeFolders(folder, host, (it) => made.push(it)));

/** Another run in the same folder may have removed it, or moved it into its place, since it was listed. */
function removeFile(path: string, host: Host): void {
  attempt(path, () => {
    try {
      host.remove(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  });
}

/** The folders that lose a file, the innermost first. */
const emptiedBy = (plan: Plan): readonly string[] =>
  [...new Set([...plan.twins, ...plan.remove].flatMap(foldersOf))].sort((a, b) => b.length - a.length);

/** Another run may be filling or removing the folder at this moment; then it is that run's. */
const removeEmptyFolder = (folder: string, host: Host): void =>
  quietly(() => {
    if (host.readdir(folder)?.length === 0) host.remove(folder);
  });

class Interrupted extends Error {
  readonly failure: WriteFailure;
  constructor(failure: WriteFailure) {
    super(failure.reason);
    this.failure = failure;
  }
}

function attempt(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const failure = failureOf(error);
    throw failure === undefined ? error : new Interrupted({ ...failure, path });
  }
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
  }
}
