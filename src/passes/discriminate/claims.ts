import { tokensOf } from "../../diagnostics/pointer.js";
import type { Api, Tag, TagCase, TypeDecl, TypeId } from "../../ir/types.js";
import type { Look } from "../inside.js";

/** The values that a property has in a type, by all that unions and base types say of it. */
export interface Claim {
  readonly wireName: string;
  readonly values: ReadonlySet<string>;
  /** Those of the type itself, without what those that extend it have. */
  readonly own: ReadonlySet<string>;
  /** Whether the description says so, and not the name of the type alone. */
  readonly explicit: boolean;
}

export type Claims = ReadonlyMap<TypeId, readonly Claim[]>;

/** What the tags of an API claim of its types. A type admits the values of those that extend it as well as its own. */
export function claimsOf(api: Api, look: Look): Claims {
  const children = childrenOf(api.types);
  const own = new GrowingClaims();
  for (const tag of unionTags(api, look)) own.add(tag);
  for (const declaration of api.types) {
    if (declaration.tag !== undefined) own.add(withHeirs(declaration.tag, declaration.id, children));
  }
  return own.spread(children);
}

interface GrowingClaim extends Claim {
  readonly values: Set<string>;
  readonly own: Set<string>;
  explicit: boolean;
}

class GrowingClaims {
  readonly #all = new Map<TypeId, Map<string, GrowingClaim>>();

  /** What takes in every value that no case names says nothing of its property. */
  add({ wireName, cases, fallback }: Tag): void {
    for (const { id, value, explicit } of cases) if (id !== fallback) this.#claim(id, wireName, value, explicit);
  }

  spread(children: ReadonlyMap<TypeId, readonly TypeId[]>): Claims {
    for (const [id, claims] of this.#all) {
      for (const heir of heirsOf(id, children)) {
        for (const theirs of this.#all.get(heir)?.values() ?? []) {
          const claim = claims.get(theirs.wireName);
          if (claim === undefined) continue;
          for (const it of theirs.own) claim.values.add(it);
          claim.explicit ||= theirs.explicit;
        }
      }
    }
    return new Map([...this.#all].map(([id, claims]) => [id, [...claims.values()]]));
  }

  #claim(id: TypeId, wireName: string, value: string, explicit: boolean): void {
    const claims = this.#all.get(id) ?? new Map<string, GrowingClaim>();
    const claim = claims.get(wireName) ?? { wireName, values: new Set(), own: new Set(), explicit };
    claim.own.add(value);
    claim.values.add(value);
    claim.explicit ||= explicit;
    claims.set(wireName, claim);
    this.#all.set(id, claims);
  }
}

/** The discriminator of a base type speaks of all that extend it: those that its mapping leaves out go by their names. */
function withHeirs(tag: Tag, base: TypeId, children: ReadonlyMap<TypeId, readonly TypeId[]>): Tag {
  const mapped = new Set(tag.cases.map((it) => it.id));
  const implicit = heirsOf(base, children).flatMap((id): readonly TagCase[] =>
    mapped.has(id) ? [] : [{ id, value: tokensOf(id).at(-1) ?? "", explicit: false }],
  );
  return { ...tag, cases: [...tag.cases, ...implicit] };
}

function heirsOf(id: TypeId, children: ReadonlyMap<TypeId, readonly TypeId[]>): readonly TypeId[] {
  const heirs = new Set(children.get(id));
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const heir of heirs) for (const it of children.get(heir) ?? []) heirs.add(it);
  heirs.delete(id);
  return [...heirs];
}

/** The types that extend each type: those that are it and more, or it by another name. */
function childrenOf(types: readonly TypeDecl[]): ReadonlyMap<TypeId, readonly TypeId[]> {
  const children = new Map<TypeId, TypeId[]>();
  for (const { id, type } of types) {
    for (const member of type.kind === "intersection" ? type.members : [type]) {
      if (member.kind !== "ref") continue;
      const known = children.get(member.id);
      if (known === undefined) children.set(member.id, [id]);
      else known.push(id);
    }
  }
  return children;
}

const unionTags = ({ types, operations }: Api, look: Look): readonly Tag[] => [
  ...types.flatMap((it) => look.type(it.type).tags),
  ...operations.flatMap((it) => look.operation(it).tags),
];
