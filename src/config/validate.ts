import type { Diagnostics, Target } from "../diagnostics/diagnostics.js";
import { nearest } from "../diagnostics/nearest.js";
import { append } from "../diagnostics/pointer.js";
import type { ProjectConfig } from "./config.js";
import { type Rule, type Rules, rules } from "./rules.js";

/** Where settings stand. */
export interface Spot {
  /** As the user knows it, to begin a sentence with. */
  readonly where: string;
  /** The JSON Pointer to them, where they stand in a JSON file, which is source 0. */
  readonly pointer?: string;
  /** Keys that may stand there beside the settings. */
  readonly besides?: readonly string[];
  /** What they are in, such as `remote.`. */
  readonly prefix?: string;
}

/** Settings of a project as anybody may have written them: what is valid of them. Undefined where they are no settings at all. */
export function validate(value: unknown, spot: Spot, diagnostics: Diagnostics): ProjectConfig | undefined {
  if (!isSettings(value, spot, diagnostics)) return undefined;
  const entries = Object.entries(value).filter(([, it]) => it !== undefined);
  const valid = entries.filter(([key, it]) => isValid(key, it, rules, spot, diagnostics));
  // Each key is one of ProjectConfig's, and each value has passed the rule of its key.
  return Object.fromEntries(valid) as ProjectConfig;
}

/** Whether a value is an object, as far as that can have settings. */
export function isSettings(
  value: unknown,
  { where, pointer }: Spot,
  diagnostics: Diagnostics,
): value is Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return true;
  const target: Target | undefined = pointer === undefined ? undefined : { source: 0, pointer };
  diagnostics.report("config/not-an-object", target, { where, value: shown(value) });
  return false;
}

function isValid(key: string, value: unknown, of: Rules, spot: Spot, diagnostics: Diagnostics): boolean {
  const rule = Object.hasOwn(of, key) ? of[key] : undefined;
  if (rule === undefined) {
    const params = { where: spot.where, key: named(key, spot), guess: guess(key, of, spot) };
    diagnostics.report("config/unknown-key", placeOf(key, "key", spot), params);
    return false;
  }
  if (!passes(key, value, rule, spot, diagnostics)) return false;
  const inner = rule.within?.(value);
  return inner === undefined || isValidWithin(value, inner, within(spot, key), diagnostics);
}

/** Each is looked at, so that one mistake does not hide the next. */
const isValidWithin = (value: unknown, of: Rules, spot: Spot, diagnostics: Diagnostics): boolean =>
  Object.entries(Object(value))
    .map(([key, it]) => isValid(key, it, of, spot, diagnostics))
    .every((it) => it);

const within = ({ where, pointer, prefix = "" }: Spot, key: string): Spot => ({
  where,
  prefix: `${prefix}${key}.`,
  ...(pointer !== undefined && { pointer: append(pointer, key) }),
});

const named = (key: string, { prefix = "" }: Spot): string => prefix + key;

/** Whether the value of a setting is as it has to be. */
export function passes(
  key: string,
  value: unknown,
  { accepts, expected }: Rule,
  spot: Spot,
  diagnostics: Diagnostics,
): boolean {
  if (accepts(value)) return true;
  const params = { where: spot.where, key: named(key, spot), value: shown(value), expected: expected(value) };
  diagnostics.report("config/wrong-value", placeOf(key, "value", spot), params);
  return false;
}

export const placeOf = (key: string, at: "key" | "value", { pointer }: Spot): Target | undefined =>
  pointer === undefined ? undefined : { source: 0, pointer: append(pointer, key), at };

/** The key that may have been meant, as the end of a sentence. */
function guess(key: string, of: Rules, spot: Spot): string {
  const near = nearest(key, [...(spot.besides ?? []), ...Object.keys(of)]);
  return near === undefined ? "." : `; did you mean "${named(near, spot)}"?`;
}

export function shown(value: unknown): string {
  const text = textOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A program may give what JSON has no text for, such as a bigint, or an object that is in itself. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
