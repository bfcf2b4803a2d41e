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

/** The object of before as long as all is equal; from the first difference on a copy, which only objects on the way to one need. */
function shareObject(before: object, now: object, rules: Rules): object {
  const [old, fresh] = [before as Members, now as Members];
  const keys = Object.keys(fresh);
  const oldKeys = Object.keys(old);
  let made: Record<string, unknown> | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? "";
    const isInPlace = oldKeys[i] === key;
    const known = isInPlace || Object.hasOwn(old, key) ? old[key] : undefined;
    const shared = share(known, fresh[key], rules);
    if (made === undefined && isInPlace && shared === known) continue;
    made ??= startOf(keys.slice(0, i), old);
    set(made, key, shared);
  }
  if (made === undefined && keys.length === oldKeys.length) return before;
  const whole = made ?? startOf(keys, old);
  return keys.every((key) => whole[key] === fresh[key]) ? now : whole;
}

function startOf(keys: readonly string[], old: Members): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const key of keys) set(made, key, old[key]);
  return made;
}

/** Assignment would run a setter for the key `__proto__`. */
function set(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

/**
 * Items are compared from the front as long as they are equal, then from the back, the rest each with the one at its place.
 * What came of a comparison is kept: to make it again on each level would take a time that grows exponentially with the depth.
 */
function shareList(before: readonly unknown[], now: readonly unknown[], rules: Rules): readonly unknown[] {
  const more = now.length - before.length;
  const made = [...now];
  const isEqual = (i: number, old: number): boolean => {
    made[i] = share(before[old], now[i], rules);
    return made[i] === before[old];
  };
  let start = 0;
  while (start < Math.min(before.length, now.length) && isEqual(start, start)) start++;
  if (start === before.length && start === now.length) return before;
  // With as many items as before that at the start has been compared with the only one that is left for it.
  const first = more === 0 ? start + 1 : start;
  let end = now.length;
  while (end > first && end - more > first && isEqual(end - 1, end - 1 - more)) end--;
  for (let i = start + 1; i < end - 1; i++) made[i] = share(before[i], now[i], rules);
  return made.some((it, i) => it !== now[i]) ? made : now;
}
