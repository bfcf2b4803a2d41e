import { tokensOf } from "../../diagnostics/pointer.js";
import type { Spot } from "./spot.js";
import type { Unit } from "./unit.js";

/** Who asks for a name: things of one kind must not share one. */
export interface Claim {
  readonly position: string;
  readonly name: string;
  /** Where it was written: source and pointer. What was written at one place is one thing. */
  readonly place: string;
}

/**
 * Gives each part the name that its author would: that of the place in its file, or of the file where it is the whole of
 * it. Of several parts that ask for one name, or beside a component that has it, each takes words of its file's path to
 * it: so what a name means depends on no order, and a new one never takes over the meaning of an old one.
 */
export function nameParts(parts: ReadonlySet<Unit>, components: readonly Claim[]): ReadonlyMap<Unit, string> {
  const names = new Map<Unit, string>();
  const taken = [...components];
  let open = [...parts].map((unit) => ({ unit, candidates: candidatesOf(unit.spot, bindingWords(unit)) }));
  for (let level = 0; open.length > 0; level++) {
    const asked = open.map((it) => ({ ...it, claim: claimOf(it.unit, it.candidates, level) }));
    const rivals = rivalsOf([...taken, ...asked.map((it) => it.claim)]);
    const settled = asked.filter(({ claim }) => rivals.get(nameKey(claim))?.size === 1);
    for (const { unit, claim } of settled) names.set(unit, claim.name);
    taken.push(...settled.map((it) => it.claim));
    open = open.filter(({ unit }) => !names.has(unit));
  }
  return names;
}

function claimOf(unit: Unit, candidates: readonly string[], level: number): Claim {
  const { source, pointer } = unit.spot;
  const name = candidates[level] ?? numbered(candidates.at(-1) ?? "", unit, level);
  return { position: unit.kind.position, name, place: `${source.index} ${pointer} ${unit.scope.key}`.trimEnd() };
}

const nameKey = ({ position, name }: Claim): string => `${position} ${name}`;

/** The places that ask for each name. */
function rivalsOf(claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const rivals = new Map<string, Set<string>>();
  for (const claim of claims) {
    const key = nameKey(claim);
    rivals.set(key, (rivals.get(key) ?? new Set()).add(claim.place));
  }
  return rivals;
}

/** Where not even the whole path tells two parts apart, as after signs that no name can have, the source does. */
const numbered = (name: string, { spot }: Unit, level: number): string => `${name}_${spot.source.index}_${level}`;

/** From the shortest name to one with all that is known of the place. */
function candidatesOf({ source, pointer }: Spot, words: readonly string[]): readonly string[] {
  const tokens = tellingTokens(pointer);
  const folders = source.path.split("/").filter((it) => it !== "" && it !== "." && it !== "..");
  const stem = (folders.pop() ?? "").replace(/(\.(schema|model|openapi))?\.[^.]*$/i, "");
  const isIndex = GENERIC.has(stem.toLowerCase()) && folders.length > 0;
  const files = [...folders, ...(isIndex ? [] : [stem])];
  const own = tokens.length > 0 ? tokens : files.splice(-1);
  return Array.from({ length: files.length + 1 }, (_, n) =>
    spelled([...files.slice(files.length - n), ...own, ...words]),
  );
}

/** A template is told from others of it by where the schemas stand that fill it. */
const bindingWords = ({ scope }: Unit): readonly string[] =>
  [...scope.bindings].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { pointer }]) => tellingTokens(pointer));

const tellingTokens = (pointer: string): readonly string[] => tokensOf(pointer).filter((it) => !SILENT.has(it));

/** By the rule for names of components (OpenAPI 3.2, section 4.7). */
const spelled = (words: readonly string[]): string =>
  words.map((it) => it.replace(/[^\p{L}\p{N}_-]+/gu, "_").replace(/^_+|_+$/g, "") || "_").join(".");

/** Words of a pointer that say nothing of what stands below them. */
const SILENT: ReadonlySet<string> = new Set(
  `components schemas responses parameters requestBodies headers securitySchemes links callbacks examples pathItems mediaTypes
  definitions $defs properties items paths content schema`.split(/\s+/),
);

/** Names of files that say no more than their folder does. */
const GENERIC: ReadonlySet<string> = new Set(
  "index _index main schema schemas model models definition definitions type types".split(" "),
);
