import { type Cursor, Graph } from "../cursor.js";
import { isContainer } from "../values.js";
import { joinComponents } from "./components.js";
import { type Changes, changes, type Fact, type Join, keep, named, type Rule, withChanges } from "./fact.js";
import { PathJoin } from "./paths.js";
import { sameValue } from "./same-value.js";

/** Joins descriptions of one API: the earliest one counts, later ones fill what is missing. None is changed. */
export function joinGraphs(join: Join, first: Graph, rest: readonly Graph[]): Graph {
  if (rest.length === 0) return first;
  const paths = new PathJoin(join, first.root);
  return rest.reduce((earlier, later) => joinTwo(join, paths, earlier.root, later.root), first);
}

function joinTwo(join: Join, paths: PathJoin, earlier: Cursor, later: Cursor): Graph {
  const changed = changes(join, earlier, later, (key) => rules.get(key) ?? keep);
  const changedPaths = paths.join(earlier, later, inheritedOf(earlier, later));
  const own = earlier.get("paths") ?? later.get("paths");
  const all = own && paths.changed(own, changedPaths);
  if (all !== undefined && all.value !== earlier.get("paths")?.value) changed.set("paths", all);
  const root = withChanges(join, earlier, changed);
  if (isContainer(root.value)) join.places.put(root.value, root.origin);
  const joined = new Graph(root.value, join.places);
  paths.note(joined.root, changedPaths.keys());
  return joined;
}

/** Servers and security of a root hold for operations that have none of their own: a later operation keeps those that it had. */
function inheritedOf(earlier: Cursor, later: Cursor): Changes {
  const differs = (key: string): readonly (readonly [string, Fact])[] => {
    const [own, other] = [earlier.get(key), later.get(key)];
    return own === undefined || other === undefined || sameValue(own, other) ? [] : [[key, other]];
  };
  return new Map(["servers", "security"].flatMap(differs));
}

/** No servers is what a description has that tells none (OpenAPI 3.1.1, section 4.8.1). */
const joinServers: Rule = (_, earlier, later) => (earlier.items().length === 0 ? later : earlier);

/** Tags, by name: those of the later input that are new follow. */
const joinTags: Rule = ({ places }, earlier, later) => {
  const names = new Set(earlier.items().map((it) => it.text("name")));
  const added = later.items().filter((it) => !names.has(it.text("name")));
  if (added.length === 0) return earlier;
  for (const { value, origin } of added) if (isContainer(value)) places.put(value, origin);
  return { value: [...earlier.items(), ...added].map((it) => it.value), origin: earlier.origin };
};

const rules: ReadonlyMap<string, Rule> = new Map([
  ["info", named(keep)],
  ["servers", joinServers],
  ["tags", joinTags],
  ["webhooks", named(keep)],
  ["components", joinComponents],
]);
