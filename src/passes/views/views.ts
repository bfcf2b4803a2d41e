import { mapOperation } from "../../ir/map-operation.js";
import type { Api, Type, TypeDecl, TypeId } from "../../ir/types.js";
import { forEachRef, typesOf } from "../../ir/visit.js";
import type { Look } from "../inside.js";
import type { Pass } from "../pass.js";
import { Directions, isRestricted, viewOf } from "./directions.js";
import { changes, viewed, viewedTag, type Direction, type View } from "./viewed.js";

/**
 * What a request may hold and what a response does: `readOnly` properties are in no request, `writeOnly` ones in no response
 * (OpenAPI 3.1, section 4.8.24.5). A type is doubled only where the two differ, and only if both are used.
 */
export const views: Pass = {
  name: "views",
  run: (api, { keptTypes }, _diagnostics, _remember, look) =>
    keeping(isRestricted(api, look) ? withViews(api, new Directions(api, look), look) : api, keptTypes),
};

/** A second view whose name has to stay is the type itself where the two do not differ any more. */
function keeping(api: Api, keptTypes: ReadonlySet<TypeId> = new Set()): Api {
  if (keptTypes.size === 0) return api;
  const all = new Map(api.types.map((it) => [it.id, it]));
  const views = [...keptTypes].flatMap((id): readonly TypeDecl[] => {
    const view = viewOf(id);
    const type = view && !all.has(id) ? all.get(view.of) : undefined;
    if (view === undefined || type === undefined) return [];
    const owner = { kind: "type", id: view.of } as const;
    return [{ ...type, id, owner, nameHint: [NAMES[view.direction]], type: { kind: "ref", id: view.of }, doc: {} }];
  });
  return views.length === 0 ? api : { ...api, types: [...api.types, ...views] };
}

/** Most types are the same in both directions, and what only refers to these stays as it is. */
function withViews(api: Api, directions: Directions, look: Look): Api {
  const { request, response } = directions;
  const operations = api.operations.map((it) => {
    const inside = look.operation(it);
    return changes(inside, request) || changes(inside, response)
      ? mapOperation(it, (type, { part }) => viewed(type, part === "input" ? request : response))
      : it;
  });
  const plain = api.types.map((it) => {
    const view = directions[directions.plainOf(it.id)];
    return it.tag !== undefined || changes(look.type(it.type), view) ? declarationIn(it, view) : it;
  });
  const mentioned = [
    ...operations.filter((it, i) => it !== api.operations[i]).flatMap(typesOf),
    ...plain.filter((it, i) => it !== api.types[i]).map((it) => it.type),
  ];
  return { ...api, operations, types: [...plain, ...secondViews(api, mentioned, directions)] };
}

/** The views without the plain name that are mentioned, directly or by each other. */
function secondViews(api: Api, mentioned: readonly Type[], directions: Directions): readonly TypeDecl[] {
  const originals = new Map(api.types.map((it) => [it.id, it]));
  const needed = new Set<TypeId>();
  const need = (id: TypeId): void => void needed.add(id);
  for (const it of mentioned) forEachRef(it, need);
  const views: TypeDecl[] = [];
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of needed) {
    const second = directions.secondOf(id);
    const original = second && originals.get(second.of);
    if (second === undefined || original === undefined) continue;
    const view = declarationIn(original, directions[second.direction]);
    views.push({ ...view, id, owner: { kind: "type", id: second.of }, nameHint: [NAMES[second.direction]] });
    forEachRef(view.type, need);
  }
  return views;
}

const declarationIn = ({ tag, ...declaration }: TypeDecl, view: View): TypeDecl => ({
  ...declaration,
  type: viewed(declaration.type, view),
  ...(tag && { tag: viewedTag(tag, view) }),
});

/** What the view is called that has not the plain name. */
const NAMES: Readonly<Record<Direction, string>> = { request: "writable", response: "readable" };
