import type { OperationId } from "../../src/ir/types.js";
import type { Contest, Pair } from "./oracle.js";

/** As much of an operation as tells which of its types there are to compare. */
interface OperationShape {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema?: { readonly properties?: object } }>>;

/** The parameters, the body and the answers of every operation that has an id. */
export function operationPairs({ description, names }: Contest): readonly Pair[] {
  return Object.values(description.paths).flatMap((item) => {
    const shared = (item["parameters"] ?? []) as readonly { readonly in: string }[];
    // What stands beside the parameters in the path items of these descriptions are operations.
    const operations = Object.entries(item).filter(([key]) => key !== "parameters") as readonly [
      string,
      OperationShape,
    ][];
    return operations.flatMap(([, it]) => pairsOf(it, shared, names));
  });
}

function pairsOf(
  operation: OperationShape,
  shared: readonly { readonly in: string }[],
  names: Contest["names"],
): readonly Pair[] {
  const { operationId: id = "", parameters = [], requestBody, responses } = operation;
  // The id of an operation is its `operationId` (see `OperationId`).
  const own = names.operations[id as OperationId];
  if (own === undefined) return [];
  const [input, output, error] = [own.input, own.output, own.error].map((it) => `Ours.${it.name}`);
  const theirs = `Theirs.operations["${id}"]`;
  const places = ["path", "query", "header", "cookie"].filter((place) =>
    [...shared, ...parameters].some((it) => it.in === place),
  );
  const picked = places.map((it) => `"${it}"`).join(" | ");
  const bodies = Object.entries(requestBody?.content ?? {}).filter(([, it]) => !isEmpty(it.schema?.properties));
  return [
    ...(places.length === 0
      ? []
      : [
          {
            name: `${id} parameters`,
            ours: `Pick<${input}, ${picked}>`,
            theirs: `Pick<${theirs}["parameters"], ${picked}>`,
          },
        ]),
    ...bodies.flatMap(([mediaType]): readonly Pair[] => [
      {
        name: `${id} body`,
        ours: `NonNullable<${input}["body"]>`,
        theirs: `NonNullable<${theirs}["requestBody"]>["content"]["${mediaType}"]`,
      },
      {
        name: `${id} body may be absent`,
        ours: `{} extends Pick<${input}, "body"> ? true : false`,
        theirs: `{} extends Pick<${theirs}, "requestBody"> ? true : false`,
      },
    ]),
    ...answer(`${id} output`, output, `${theirs}["responses"][200]`, responses["200"]?.content),
    ...answer(`${id} error`, error, `${theirs}["responses"]["default"]`, responses["default"]?.content),
  ];
}

const answer = (name: string, ours = "", theirs: string, content: Content = {}): readonly Pair[] =>
  Object.keys(content).map((mediaType) => ({ name, ours, theirs: `${theirs}["content"]["${mediaType}"]` }));

const isEmpty = (properties: object | undefined): boolean =>
  properties !== undefined && Object.keys(properties).length === 0;
