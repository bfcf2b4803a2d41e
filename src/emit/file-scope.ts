import type { Exported } from "../names/names.js";
import { byCodePoint } from "../ir/order.js";
import type { FileParts, ModuleStatement } from "./template.js";

/** One output file in the making. To mention a symbol is to import it; nothing else adds an import. */
export class FileScope {
  readonly path: string;
  readonly #taken: Set<string>;
  readonly #modules = new Map<string, Map<string, Import>>();

  /** `declared` are the names that the file itself declares, which no import may take. */
  constructor(path: string, declared: Iterable<string>) {
    this.path = path;
    this.#taken = new Set(declared);
  }

  /** The name by which this file knows a type: its own, else `alias`, else one with a number. */
  type({ name, file }: Exported, alias = name): string {
    return this.#mention(name, file, alias, false);
  }

  /** The name by which this file knows a function or constant. */
  value({ name, file }: Exported, alias = name): string {
    return this.#mention(name, file, alias, true);
  }

  /** The file that declares this, with its imports. */
  finish(declarations: readonly string[]): FileParts {
    return { path: this.path, modules: this.#imports(), declarations };
  }

  #mention(name: string, file: string, alias: string, value: boolean): string {
    if (file === this.path) return name;
    const names = this.#modules.get(file) ?? new Map<string, Import>();
    this.#modules.set(file, names);
    const known = names.get(name);
    if (known !== undefined && (known.value || !value)) return known.local;
    const local = known?.local ?? this.#free(name, alias);
    names.set(name, { local, value });
    return local;
  }

  #free(name: string, alias: string): string {
    let local = this.#taken.has(name) ? alias : name;
    for (let n = 2; this.#taken.has(local); n++) local = `${alias}${n}`;
    this.#taken.add(local);
    return local;
  }

  /** Types and values stand apart: under `verbatimModuleSyntax` only `import type` leaves no trace at run time. */
  #imports(): readonly ModuleStatement[] {
    const statements: ModuleStatement[] = [];
    for (const [file, all] of sorted(this.#modules)) {
      const names = sorted(all);
      for (const isTypeOnly of [true, false]) {
        const own = names.filter(([, it]) => it.value !== isTypeOnly);
        if (own.length === 0) continue;
        statements.push({
          kind: "import",
          isTypeOnly,
          file,
          names: own.map(([name, it]) => specifier(name, it.local)),
        });
      }
    }
    return statements;
  }
}

const specifier = (name: string, local: string): string => (local === name ? name : `${name} as ${local}`);

interface Import {
  readonly local: string;
  readonly value: boolean;
}

const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].toSorted((a, b) => byCodePoint(a[0], b[0]));
