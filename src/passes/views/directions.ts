import type { Api, IncomingCall, Property, Type, TypeId } from "../../ir/types.js";
import { forEachRef, isLeaf, someInner, typesOf } from "../../ir/visit.js";
import type { Direction, View } from "./viewed.js";

type Access = "read" | "write";

/** Which declared types differ between requests and responses, and what each is called in the two. */
export class Directions {
  readonly request: View = this.#view("request");
  readonly response: View = this.#view("response");
  readonly #reaching: Readonly<Record<Access, ReadonlySet<TypeId>>>;
  readonly #only: ReadonlyMap<TypeId, Direction>;
  readonly #seconds = new Map<TypeId, { readonly of: TypeId; readonly direction: Direction }>();

  constructor(api: Api) {
    this.#reaching = { read: reaching(api, "read"), write: reaching(api, "write") };
    this.#only = new Map(api.incoming.flatMap(partsOf));
    for (const { id } of api.types) {
      const direction = this.plainOf(id) === "request" ? "response" : "request";
      if (this.#differs(id)) this.#seconds.set(secondId(id, direction), { of: id, direction });
    }
  }

  /**
   * The direction in which a type has its plain name: that of responses, but for a type in which all that differs is `writeOnly`, such as
   * credentials, which nobody reads. It follows from the schema and those it refers to, so that no other use of it changes what the name means.
   */
  plainOf(id: TypeId): Direction {
    const only = this.#only.get(id);
    if (only !== undefined) return only;
    return this.#reaching.write.has(id) && !this.#reaching.read.has(id) ? "request" : "response";
  }

  /** What an id stands for that is the second view of a type. */
  secondOf(id: TypeId): { readonly of: TypeId; readonly direction: Direction } | undefined {
    return this.#seconds.get(id);
  }

  #view(direction: Direction): View {
    const idIn = (id: TypeId): TypeId =>
      this.#differs(id) && this.plainOf(id) !== direction ? secondId(id, direction) : id;
    return { direction, idIn };
  }

  #differs(id: TypeId): boolean {
    return this.#reaching.read.has(id) || this.#reaching.write.has(id);
  }
}

/** The parts of a call that the API makes travel in one direction: it is received as a response is, and its reply is sent. */
const partsOf = ({ payload, headers, reply }: IncomingCall): readonly (readonly [TypeId, Direction])[] => [
  ...(payload === undefined ? [] : [[payload, "response"] as const]),
  ...(headers === undefined ? [] : [[headers, "response"] as const]),
  ...(reply === undefined ? [] : [[reply, "request"] as const]),
];

/** What the id of a second view says, whether there is one or not. */
export function viewOf(id: TypeId): { readonly of: TypeId; readonly direction: Direction } | undefined {
  const [, of, direction] = /^(.*)#(request|response)$/s.exec(id) ?? [];
  // The id of a view is that of the type, and a direction.
  return of === undefined
    ? undefined
    : { of: of as TypeId, direction: direction === "request" ? "request" : "response" };
}

const secondId = (id: TypeId, direction: Direction): TypeId => `${id}#${direction}` as TypeId;

/** The types that have such a property, or refer to one that has. */
function reaching({ types }: Api, access: Access): ReadonlySet<TypeId> {
  const users = new Map<TypeId, TypeId[]>();
  for (const { id, type } of types) {
    forEachRef(type, (used) => {
      const known = users.get(used);
      if (known === undefined) users.set(used, [id]);
      else known.push(id);
    });
  }
  const found = new Set(
    types.filter((it) => has(it.type, (property) => property.access === access)).map((it) => it.id),
  );
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of found) for (const user of users.get(id) ?? []) found.add(user);
  return found;
}

/** Whether anything travels in one direction alone. */
export const isRestricted = ({ types, operations }: Api): boolean =>
  types.some(({ type }) => has(type, isOneWay)) ||
  operations.some((it) => typesOf(it).some((type) => has(type, isOneWay)));

const isOneWay = ({ access }: Property): boolean => access !== "both";

/** Whether such a property is spelled out in the type. */
const has = (type: Type, test: (property: Property) => boolean): boolean =>
  !isLeaf(type) && ((type.kind === "object" && type.properties.some(test)) || someInner(type, (it) => has(it, test)));
