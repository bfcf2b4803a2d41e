import type { Api, IncomingCall, TypeId } from "../../ir/types.js";
import type { Inside, Look } from "../inside.js";
import type { Direction, View } from "./viewed.js";

/** Which declared types differ between requests and responses, and what each is called in the two. */
export class Directions {
  readonly #ids = { request: new Map<TypeId, TypeId>(), response: new Map<TypeId, TypeId>() };
  readonly request: View = { direction: "request", ids: this.#ids.request };
  readonly response: View = { direction: "response", ids: this.#ids.response };
  readonly #reaching: Readonly<Record<"read" | "write", ReadonlySet<TypeId>>>;
  readonly #only: ReadonlyMap<TypeId, Direction>;
  readonly #seconds = new Map<TypeId, { readonly of: TypeId; readonly direction: Direction }>();

  constructor(api: Api, look: Look) {
    const users = usersOf(api, look);
    const reaching = (has: (inside: Inside) => boolean): ReadonlySet<TypeId> =>
      withUsers(
        api.types.filter((it) => has(look.type(it.type))).map((it) => it.id),
        users,
      );
    this.#reaching = { read: reaching((it) => it.hasReadOnly), write: reaching((it) => it.hasWriteOnly) };
    this.#only = new Map(api.incoming.flatMap(partsOf));
    for (const id of new Set([...this.#reaching.read, ...this.#reaching.write])) {
      const direction = this.plainOf(id) === "request" ? "response" : "request";
      const second = secondId(id, direction);
      this.#ids[direction].set(id, second);
      this.#seconds.set(second, { of: id, direction });
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

/** The types that refer to each type. */
function usersOf({ types }: Api, look: Look): ReadonlyMap<TypeId, readonly TypeId[]> {
  const users = new Map<TypeId, TypeId[]>();
  for (const { id, type } of types) {
    for (const used of look.type(type).refs) {
      const known = users.get(used);
      if (known === undefined) users.set(used, [id]);
      else known.push(id);
    }
  }
  return users;
}

/** Types, and those that refer to them. */
function withUsers(ids: readonly TypeId[], users: ReadonlyMap<TypeId, readonly TypeId[]>): ReadonlySet<TypeId> {
  const found = new Set(ids);
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of found) for (const user of users.get(id) ?? []) found.add(user);
  return found;
}

/** Whether anything travels in one direction alone. */
export const isRestricted = ({ types, operations }: Api, look: Look): boolean =>
  types.some((it) => isOneWay(look.type(it.type))) || operations.some((it) => isOneWay(look.operation(it)));

const isOneWay = ({ hasReadOnly, hasWriteOnly }: Inside): boolean => hasReadOnly || hasWriteOnly;
