import { tokensOf } from "../../diagnostics/pointer.js";
import type { Api, Tag, TagCase, TypeDecl, TypeId } from "../../ir/types.js";
import type { Look } from "../inside.js";

/** The values that a property has in a type, by all that unions and base types say of it. */
export interface Claim {
  readonly wireName: string;
  readonly values: ReadonlySet<string>;
  /** Whether the description says so, and not the name of the type alone. */
  readonly explicit: boolean;
}

/** What the tags of an API claim of its types. A type admits the values of those that extend it as well as its own. */
export function claimsOf(api: Api, look: Look): ReadonlyMap<TypeId, readonly Claim[]> {
  const children = childrenOf(api.types);
  const own = new Claims();
  for (const tag of unionTags(api, look)) own.add(tag);
  for (const declaration of api.types) {
    if (declaration.tag !== undefined) own.add(withHeirs(declaration.tag, declaration.id, children));
  }
  return own.spread(children);
}

interface GrowingClaim extends Claim {
  readonly values: Set<string>;
  explicit: boolean;
}

class Claims {
  readonly #all = new Map<TypeId, Map<string, GrowingClaim>>();

  /** What takes in every value that no case names says nothing of its property. */
  add({ wireName, cases, fallback }: Tag): void {
    for (const { id, value, explicit } of cases) if (id !== fallback) this.#claim(id, wireName, [value], explicit);
  }

  spread(children: ReadonlyMap<TypeId, readonly TypeId[]>): ReadonlyMap<TypeId, readonly Claim[]> {
    const before = [...this.#all].map(([id, claims]) => [id, [...claims.values()].map(asItIs)] as const);
    const claimed = new Map(before);
    for (const [id, claims] of before) {
      for (const heir of heirsOf(id, children)) {
        for (const theirs of claimed.get(heir) ?? []) {
          if (!claims.some((it) => it.wireName === theirs.wireName)) continue;
          this.#claim(id, theirs.wireName, theirs.values, theirs.explicit);
        }
      }
    }
    return new Map([...this.#all].map(([id, claims]) => [id, [...claims.values()]]));
  }

  #claim(id: TypeId, wireName: string, values: Iterable<string>, explicit: boolean): void {
    const claims = this.#all.get(id) ?? new Map<string, GrowingClaim>();
    const claim = claims.get(wireName) ?? { wireName, values: new Set(), explicit };
    for (const it of values) claim.values.add(it);
    claim.explicit ||= explicit;
    claims.set(wireName, claim);
    this.#all.set(id, claims);
  }
}

/** The claim as it is now, whatever is added to it later. */
const asItIs = (claim: Claim): Claim => ({ ...claim, values: new Set(claim.values) });

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
