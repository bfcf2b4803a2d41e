import { catalogue, type Definition } from "./catalogue.js";
import type { Message } from "./message.js";
import type { Origin } from "./origin.js";

export type Severity = "error" | "warning" | "info";
/** `widened`: a type allows more than the API does, up to `unknown`. `dropped`: what was said has no effect on the SDK. */
export type Loss = "widened" | "dropped";

/** Where a diagnostic points. */
export interface Target extends Origin {
  /** Point at the key rather than at the value. */
  readonly at?: "key" | "value";
  /** A place that no pointer reaches (a syntax error, a stretch of an HTML page): offsets in UTF-16 units of the text. */
  readonly range?: Range;
}
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Code = keyof typeof catalogue;
type ParamsOf<C extends Code> =
  (typeof catalogue)[C]["message"] extends Message<infer P> ? Readonly<Record<P, string>> : never;

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Absent where nothing is lost. */
  readonly loss?: Loss;
  readonly message: string;
  readonly help: string;
  /** Absent where no input is at fault: a wrong flag, an output folder that cannot be written. */
  readonly target?: Target;
  /** Further places that belong to it, such as the other side of a contradiction. */
  readonly related: readonly Related[];
}
export interface Related {
  readonly message: string;
  readonly target: Target;
}

/**
 * What may be left out of an output: an operation by its id, a type by its id, what stands at a path, a webhook by its name, a reference
 * by its source and pointer.
 */
export type Part = `${"operation" | "type" | "path" | "webhook" | "reference"} ${string}`;

/** Collects what a run has to say; every stage is handed one and none throws for the user's fault. */
export class Diagnostics {
  readonly #all: Diagnostic[] = [];
  /** These two are made with the first that they hold, since most collections stay empty. */
  #told: Set<string> | undefined;
  #parts: Map<Part, Diagnostics> | undefined;

  report<C extends Code>(
    code: C,
    target: Target | undefined,
    params: ParamsOf<C>,
    related: readonly Related[] = [],
  ): void {
    const { severity, loss, message, help }: Definition = catalogue[code];
    // `params` fits `message` because both belong to the code C; the union over all codes cannot say so.
    const text = (message as Message<string>).render(params as Readonly<Record<string, string>>);
    this.#add({ code, severity, message: text, help, related, ...(loss && { loss }), ...(target && { target }) });
  }

  /** What there is to say of a part: it counts when the part is released, since nobody may want the part. */
  of(part: Part): Diagnostics {
    this.#parts ??= new Map();
    const known = this.#parts.get(part);
    if (known !== undefined) return known;
    const fresh = new Diagnostics();
    this.#parts.set(part, fresh);
    return fresh;
  }

  /** Lets what was said of some parts count, in the order in which they were worked on. */
  release(isWanted: (part: Part) => boolean): void {
    for (const [part, said] of this.#parts ?? []) {
      if (!isWanted(part)) continue;
      this.#parts?.delete(part);
      this.add(said);
    }
  }

  /** Says again what another collection has; where it speaks of a part, it counts when that is released. */
  add(other: Diagnostics, partOf: (diagnostic: Diagnostic) => Part | undefined = () => undefined): void {
    for (const it of other.#all) {
      const part = partOf(it);
      (part === undefined ? this : this.of(part)).#add(it);
    }
  }

  /** Says again all that another collection has; what it holds of parts is held here, too. */
  join(other: Diagnostics): void {
    this.add(other);
    for (const [part, said] of other.#parts ?? []) this.of(part).join(said);
  }

  /** Says again of a source what another collection has of its only one. */
  retell(other: Diagnostics, source: number): void {
    for (const it of other.#all) this.#add(saidOf(source, it));
  }

  /** What was said of a part and does not count yet. */
  held(part: Part): Diagnostics | undefined {
    return this.#parts?.get(part);
  }

  /** What is shared by several parts of a description is worked on for each of them, and told once. */
  #add(diagnostic: Diagnostic): void {
    const { code, target, message } = diagnostic;
    const told = JSON.stringify([code, target, message]);
    this.#told ??= new Set();
    if (this.#told.has(told)) return;
    this.#told.add(told);
    this.#all.push(diagnostic);
  }

  get all(): readonly Diagnostic[] {
    return this.#all;
  }

  /** Whether nothing was said, of parts neither. */
  get isEmpty(): boolean {
    return this.#all.length === 0 && (this.#parts?.size ?? 0) === 0;
  }

  get failed(): boolean {
    return this.#all.some((it) => it.severity === "error");
  }
}

const saidOf = (source: number, { target, related, ...rest }: Diagnostic): Diagnostic => ({
  ...rest,
  ...(target && { target: { ...target, source } }),
  related: related.map((it) => ({ ...it, target: { ...it.target, source } })),
});
