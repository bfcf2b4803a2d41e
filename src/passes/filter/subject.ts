import type { Api, ApiTag, IncomingCall, Json, Operation, PathSegment } from "../../ir/types.js";

/** What a filter asks of an operation or of a webhook: the names that each of its settings may match. */
export interface Subject {
  readonly operations: readonly string[];
  /** Its own, and those that hold them. */
  readonly tags: readonly string[];
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  readonly deprecated: boolean;
  readonly internal: boolean;
}

export interface Subjects {
  readonly operations: ReadonlyMap<Operation, Subject>;
  readonly webhooks: ReadonlyMap<IncomingCall, Subject>;
}

export function subjectsOf({ operations, incoming, tags }: Api): Subjects {
  const parents = new Map(tags.map((it) => [it.name, it]));
  const webhooks = incoming.filter((it) => it.kind === "webhook");
  return {
    operations: new Map(operations.map((it) => [it, operationSubject(it, parents)])),
    webhooks: new Map(webhooks.map((it) => [it, webhookSubject(it, parents)])),
  };
}

type Tags = ReadonlyMap<string, ApiTag>;

const operationSubject = ({ id, tags, path, method, doc, extensions }: Operation, all: Tags): Subject => ({
  operations: [id],
  tags: withParents(tags, all),
  paths: [templateOf(path)],
  methods: [method.toUpperCase()],
  deprecated: doc.deprecated !== undefined,
  internal: isInternal(extensions),
});

/** A webhook has no path, and its method is nothing that a user chooses by. */
const webhookSubject = ({ id, name, tags, doc, extensions }: IncomingCall, all: Tags): Subject => ({
  operations: id === undefined ? [name] : [id, name],
  tags: withParents(tags, all),
  paths: [],
  methods: [],
  deprecated: doc.deprecated !== undefined,
  internal: isInternal(extensions),
});

/** A tag stands for those below it too (OpenAPI 3.2, section 4.22). */
function withParents(tags: readonly string[], all: Tags): readonly string[] {
  const names = new Set(tags);
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const name of names) {
    const parent = all.get(name)?.parent;
    if (parent !== undefined) names.add(parent);
  }
  return [...names];
}

const templateOf = (path: readonly PathSegment[]): string =>
  path.map((it) => (it.kind === "text" ? it.text : `{${it.name}}`)).join("");

const isInternal = (extensions: { readonly [name: string]: Json } | undefined): boolean =>
  extensions?.["x-internal"] === true;
