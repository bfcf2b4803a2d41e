import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Origin } from "../ir/types.js";
import { RESERVED } from "./reserved.js";
import { Scope } from "./scope.js";

/** A name that was given, the one that was asked for, and whose that is where it is another's or reserved. */
export interface Claimed {
  readonly chosen: string;
  readonly wanted: string;
  readonly other: string | undefined;
  /** What it would be called if the lock did not hold its name. */
  readonly natural?: string;
}

/** All identifiers of the output, each given once; those that the lock holds before all others. */
export class Claims {
  readonly #scope = new Scope<string>(RESERVED);
  /** By id and slot. */
  readonly #held = new Map<string, Map<string, string>>();
  readonly #diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  /** Gives a slot the name that the lock has for it; where that cannot be, an error says so. */
  hold(id: string, slot: string, name: string, origin: Origin): void {
    const other = this.#scope.ownerOf(name);
    if (!this.#take(id, name)) return this.#diagnostics.report("names/lost", origin, { name, reason: reasonOf(other) });
    const held = this.#held.get(id) ?? new Map<string, string>();
    this.#held.set(id, held.set(slot, name));
  }

  /** Gives a name that something once had, to stay an alias of it. */
  holdFormer(id: string, name: string, origin: Origin): boolean {
    const other = this.#scope.ownerOf(name);
    if (this.#take(id, name)) return true;
    this.#diagnostics.report("names/alias-taken", origin, { name, reason: reasonOf(other) });
    return false;
  }

  /** `last` is the candidate after all others. */
  claim(id: string, slot: string, candidates: readonly string[], last: () => string): Claimed {
    const kept = this.#held.get(id)?.get(slot);
    const chosen = kept ?? this.#scope.claim(id, candidates, last);
    const [wanted = chosen] = candidates;
    const other = chosen === wanted ? undefined : this.#scope.ownerOf(wanted);
    if (kept === undefined) return { chosen, wanted, other };
    const natural = [...candidates, last()].find((it) => it === kept || this.#isFree(it));
    return { chosen, wanted, other, ...(natural !== kept && { natural: natural ?? wanted }) };
  }

  /** The first of the names that one thing has; what is wrong with several of them is one collision, and told once. */
  told(origin: Origin, all: readonly [Claimed, ...Claimed[]]): string {
    const kept = all.find(({ natural }) => natural !== undefined);
    if (kept?.natural !== undefined)
      this.#diagnostics.report("names/kept", origin, { name: kept.natural, kept: kept.chosen });
    const other = all.find(({ chosen, wanted, natural }) => chosen !== wanted && natural === undefined);
    if (other !== undefined) {
      const { wanted: name, other: owner, chosen } = other;
      if (owner === undefined) this.#diagnostics.report("names/reserved", origin, { name, chosen });
      else this.#diagnostics.report("names/collision", origin, { name, other: owner, chosen });
    }
    return all[0].chosen;
  }

  #take(id: string, name: string): boolean {
    if (!this.#isFree(name)) return false;
    this.#scope.claim(id, [name]);
    return true;
  }

  #isFree(name: string): boolean {
    return !RESERVED.has(name) && this.#scope.ownerOf(name) === undefined;
  }
}

const reasonOf = (other: string | undefined): string =>
  other === undefined ? "has a meaning of its own in TypeScript or in the SDK" : `is the name of ${other}`;
