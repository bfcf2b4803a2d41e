/** Plain data as it can be changed in place. */
type Node = Record<string, unknown> | unknown[];

/** A number below `limit`, by chance. */
export type Pick = (limit: number) => number;

/** A description that is changed at one place, as people and tools do, rightly or not; `pick` decides where and how. */
export function edited<T extends object>(description: T, pick: Pick): T {
  if (pick(4) === 0) return renamed(description, pick);
  const copy = structuredClone(description);
  const all = nodesIn(copy as Node);
  const node = all[pick(all.length)]!;
  const changes = Array.isArray(node) ? listChanges : objectChanges;
  changes[pick(changes.length)]!(node as never, pick, all);
  return copy;
}

/** One of the words in it, such as the name of a schema, a property or an operation, is another everywhere. */
function renamed<T extends object>(description: T, pick: Pick): T {
  const text = JSON.stringify(description);
  const words = [...new Set(text.match(/(?<=["\/])[A-Za-z]\w{2,}(?=")/g))];
  const word = words[pick(words.length)] ?? "";
  return JSON.parse(text.replaceAll(new RegExp(`\\b${word}\\b`, "g"), `new_${word}`)) as T;
}

const nodesIn = (root: Node): readonly Node[] => {
  const found = [root];
  // An array is iterated as it grows.
  for (const node of found)
    for (const it of Object.values(node)) if (typeof it === "object" && it !== null) found.push(it as Node);
  return found;
};

type Change<N> = (node: N, pick: Pick, all: readonly Node[]) => void;

const objectChanges: readonly Change<Record<string, unknown>>[] = [
  (node) => (node["description"] = `${String(node["description"] ?? "")} It was edited.`),
  (node, pick) => delete node[keyIn(node, pick)],
  (node, pick) => (node[`${keyIn(node, pick)}_2`] = structuredClone(node[keyIn(node, pick)])),
  (node, pick) => {
    const key = keyIn(node, pick);
    const value = node[key];
    delete node[key];
    node[key] = value;
  },
  (node, pick, all) => {
    const [key, other] = [keyIn(node, pick), all[pick(all.length)]!];
    if (key !== "") node[key] = structuredClone(other);
  },
  (node, pick) => (node[["nullable", "readOnly", "writeOnly", "deprecated"][pick(4)]!] = true),
  (node) => (node["required"] = Object.keys((node["properties"] as object | undefined) ?? {})),
  (node, pick) => (node["type"] = ["string", "integer", "object", "array", "nonsense"][pick(5)]),
  (node, pick) => {
    const key = keyIn(node, pick);
    if (typeof node[key] === "string") node[key] = `${String(node[key])}x`;
  },
];

const listChanges: readonly Change<unknown[]>[] = [
  (node, pick) => node.splice(pick(node.length + 1), 1),
  (node) => node.reverse(),
  (node, pick) => node.splice(pick(node.length + 1), 0, structuredClone(node[0])),
  (node, pick, all) => node.push(structuredClone(all[pick(all.length)])),
];

const keyIn = (node: object, pick: Pick): string => Object.keys(node)[pick(Object.keys(node).length)] ?? "";
