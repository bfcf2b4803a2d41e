import type { ImportDeclarationStructure, WriterFunction } from "ts-morph";
import type { Exported } from "../names/names.js";
import { byCodePoint } from "../ir/order.js";
import type { OutputFile, Statement } from "./template.js";
import { StructureKind } from "./ts-morph.js";

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

  finish(statements: readonly Statement[]): OutputFile {
    return { kind: "statements", path: this.path, statements: [...this.#imports(), ...statements] };
  }

  #mention(name: string, file: string, alias: string, value: boolean): string {
    if (file === this.path) return name;
    const names = this.#modules.get(file) ?? new Map<string, Import>();
    this.#modules.set(file, names);
    const known = names.get(name);
    const local = known?.local ?? this.#free(name, alias);
    names.set(name, { local, value: value || known?.value === true });
    return local;
  }

  #free(name: string, alias: string): string {
    let local = this.#taken.has(name) ? alias : name;
    for (let n = 2; this.#taken.has(local); n++) local = `${alias}${n}`;
    this.#taken.add(local);
    return local;
  }

  /** Types and values stand apart: under `verbatimModuleSyntax` only `import type` leaves no trace at run time. */
  *#imports(): Generator<ImportDeclarationStructure> {
    for (const [file, names] of sorted(this.#modules)) {
      for (const isTypeOnly of [true, false]) {
        const specifiers = sorted(names)
          .filter(([, it]) => it.value !== isTypeOnly)
          .map(([name, { local }]) => (local === name ? name : `${name} as ${local}`));
        if (specifiers.length === 0) continue;
        const namedImports = specifierList(specifiers);
        yield {
          kind: StructureKind.ImportDeclaration,
          isTypeOnly,
          moduleSpecifier: specifier(this.path, file),
          namedImports,
        };
      }
    }
  }
}

/**
 * The names in the braces of an import or export: several take a line each however short they are, so that git merges what two
 * branches add.
 */
export function specifierList(names: readonly string[]): WriterFunction {
  // ts-morph indents what stands in the braces.
  return (writer) => void writer.write(names.length === 1 ? names.join() : `\n${names.join(",\n")},\n`);
}

interface Import {
  readonly local: string;
  readonly value: boolean;
}

const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].toSorted(([a], [b]) => byCodePoint(a, b));

/** From one output file to another, as an ES module specifier: `../types/index.js`. */
export function specifier(from: string, to: string): string {
  const there = to.replace(/\.ts$/, ".js").split("/");
  const here = from.split("/").slice(0, -1);
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...(here.length === 0 ? ["."] : here.map(() => "..")), ...there].join("/");
}
