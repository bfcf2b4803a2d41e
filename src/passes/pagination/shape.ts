import type { Path, Property, Type, TypeId, TypeOf } from "../../ir/types.js";

/** Looks into types: through references, past null, and at all members of an intersection. */
export class Shapes {
  readonly #declared: (id: TypeId) => Type | undefined;

  /** `declared` gives what a type is that has a name. */
  constructor(declared: (id: TypeId) => Type | undefined) {
    this.#declared = declared;
  }

  /** What a type stands for: the members of its unions, null aside, with all references followed. */
  alternatives(type: Type, seen: readonly TypeId[] = []): readonly Alternative[] {
    if (isPlain(type)) return [type];
    if (type.kind === "null") return [];
    if (type.kind === "union") return type.members.flatMap((it) => this.alternatives(it, seen));
    const target = seen.includes(type.id) ? undefined : this.#declared(type.id);
    return target === undefined ? [] : this.alternatives(target, [...seen, type.id]);
  }

  /** The items of a type that is a list, or a list or null. */
  item(type: Type): Type | undefined {
    const array = this.#only(type);
    return array?.kind === "array" ? array.item : undefined;
  }

  /** The properties of a type that is an object, or an object or null. */
  properties(type: Type): readonly Property[] {
    const object = this.#only(type);
    if (object?.kind === "intersection") return narrowest(object.members.flatMap((it) => this.properties(it)));
    return object?.kind === "object" ? object.properties : [];
  }

  property(type: Type, name: string): Property | undefined {
    return this.properties(type).find((it) => it.wireName === name);
  }

  /** The type at a place within a type; undefined where it has no such place. */
  at(type: Type, path: Path): Type | undefined {
    return path.reduce<Type | undefined>((it, name) => it && this.property(it, name)?.type, type);
  }

  /** The format of a string, where all its alternatives share one. */
  format(type: Type): string | undefined {
    const string = this.#only(type);
    return string?.kind === "string" ? string.format : undefined;
  }

  /** The only alternative of a type, null aside. */
  #only(type: Type): Type | undefined {
    if (isPlain(type)) return type;
    const all = this.alternatives(type);
    return all.length === 1 ? all[0] : undefined;
  }
}

/** Of what several members of an intersection have, the last that says anything: it narrows what the others say. */
function narrowest(properties: readonly Property[]): readonly Property[] {
  const [vague, told] = [true, false].map((is) => properties.filter(({ type }) => (type.kind === "unknown") === is));
  return [...new Map([...(vague ?? []), ...(told ?? [])].map((it) => [it.wireName, it])).values()];
}

type Alternative = Exclude<Type, TypeOf<"ref" | "union">>;

/** Whether a type stands for itself and nothing else, as most do. */
const isPlain = (type: Type): type is Exclude<Alternative, TypeOf<"null">> =>
  type.kind !== "ref" && type.kind !== "union" && type.kind !== "null";
