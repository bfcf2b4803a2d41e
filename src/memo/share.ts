/**
 * Plain data with each part replaced by its equal in `before`, so that what has not changed is told by identity. Equal
 * means the same to the last detail, the order of keys included. Neither value is changed.
 */
export function share<T>(before: unknown, now: T, rules: Rules = PLAIN): T {
  if (before === now || !isContainer(before) || !isContainer(now)) return now;
  if (Array.isArray(now) !== Array.isArray(before)) return now;
  const shared = Array.isArray(now)
    ? shareList(before as readonly unknown[], now, rules)
    : shareObject(before, now, rules);
  if (shared === now) return now;
  if (shared === before && !rules.isAlike(before, now)) return now;
  rules.takes(shared, now);
  return asIs<T>(shared);
}

/** What is known of objects besides what they hold. */
export interface Rules {
  /** Whether that is the same of two objects that are equal. */
  readonly isAlike: (before: object, now: object) => boolean;
  /** Is told that an object takes the place of another. */
  readonly takes: (shared: object, now: object) => void;
}

const PLAIN: Rules = { isAlike: () => true, takes: () => {} };

/** A value equal to one of the type is of the type. */
const asIs = <T>(value: unknown): T => value as T;

type Members = Readonly<Record<string, unknown>>;

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

function shareObject(before: object, now: object, rules: Rules): object {
  const [old, fresh] = [before as Members, now as Members];
  const keys = Object.keys(fresh);
  const oldKeys = Object.keys(old);
  let isSame = keys.length === oldKeys.length;
  let made: Record<string, unknown> | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? "";
    const value = fresh[key];
    const known = oldKeys[i] === key || Object.hasOwn(old, key) ? old[key] : undefined;
    const shared = share(known, value, rules);
    if (oldKeys[i] !== key || shared !== known) isSame = false;
    if (shared !== value) set((made ??= { ...fresh }), key, shared);
  }
  return isSame ? before : (made ?? now);
}

/** Assignment would run a setter for the key `__proto__`. */
const set = (object: object, key: string, value: unknown): unknown =>
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });

/** Items are compared from the front as long as they are equal, then from the back, the rest each with the one at its place. */
function shareList(before: readonly unknown[], now: readonly unknown[], rules: Rules): readonly unknown[] {
  const made = [...now];
  let start = 0;
  const length = Math.min(before.length, now.length);
  while (start < length && isShared(before, start, made, start, rules)) start++;
  if (start === before.length && start === now.length) return before;
  const more = now.length - before.length;
  let end = before.length;
  while (end > start && end + more > start && isShared(before, end - 1, made, end - 1 + more, rules)) end--;
  for (let i = start; i < Math.min(end, end + more); i++) made[i] = share(before[i], made[i], rules);
  return made.some((it, i) => it !== now[i]) ? made : now;
}

/** Puts the part that is shared in its place, and tells whether that is all of it. */
function isShared(before: readonly unknown[], from: number, made: unknown[], to: number, rules: Rules): boolean {
  made[to] = share(before[from], made[to], rules);
  return made[to] === before[from];
}
