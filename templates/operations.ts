import { callText } from "../src/emit/code.js";
import { comment } from "../src/emit/comment.js";
import { FileScope } from "../src/emit/file-scope.js";
import { functionDeclaration, generic } from "../src/emit/function.js";
import type { NamedType } from "../src/emit/placed-types.js";
import type { EmitContext, PrintedFile, Template } from "../src/emit/template.js";
import { deeper, INSIDE, TOP } from "../src/emit/text.js";
import { nameOf, type TypeContext } from "../src/emit/type-text.js";
import { byCodePoint } from "../src/ir/order.js";
import type { Operation } from "../src/ir/types.js";
import type { Exported, OperationNames } from "../src/names/names.js";
import { inputText, isInputOptional } from "./input-type.js";
import { exampleTag } from "./operation-example.js";
import { operationSpec, pathTemplate } from "./operation-spec.js";
import { itemText, pagesSpec } from "./pages-spec.js";
import { headerReaders, responseHeaderTexts } from "./response-headers.js";
import { responseTexts } from "./response-types.js";
import { runtime } from "./runtime-symbols.js";
import { hasSequence } from "./sequence.js";
import { declarationText, partsOf } from "./types.js";
import { typesOf, type Types } from "./value-shape.js";

/** `operations/<group>.ts`: a function an operation, with its types beside it, so that a bundler keeps only what is called. */
export const operations: Template = {
  name: "operations",
  emit: (ctx) => {
    const answers = { ...typesOf(ctx.api), ...nameOf(ctx.names) };
    const fileOf = (path: string, all: readonly Named[], ask: typeof answers): PrintedFile => {
      const file = new FileScope(
        path,
        all.flatMap(({ names, parts }) =>
          [...Object.values(names), ...parts.map((it) => it.symbol)].map((it) => it.name),
        ),
      );
      const statements = all.flatMap((it) => [
        ...typeTexts(it, { file, names: ask }),
        callFunction(it.operation, it.names, ask, { file, names: ask }),
      ]);
      return ctx.print(file.finish(statements));
    };
    return [...byFile(ctx)].map(([path, all]) => {
      const from = all.flatMap((it) => [it.operation, it.names, ...it.parts.flatMap(partsOf)]);
      return ctx.remember(path, from, answers, (ask) => fileOf(path, all, ask));
    });
  },
};

function optionsText(operation: Operation, file: FileScope): string {
  const options = file.type(CALL_OPTIONS);
  return hasSequence(operation, "events") ? `${options} & ${file.type(runtime.EventStreamOptions)}` : options;
}

/** Typed by the security schemes of the API. */
const CALL_OPTIONS: Exported = { name: "CallOptions", file: "client.ts" };

interface Named {
  readonly operation: Operation;
  readonly names: OperationNames;
  /** The types that stand within its input and answers under names of their own. */
  readonly parts: readonly NamedType[];
}

function byFile({ api, names, placed }: EmitContext): ReadonlyMap<string, readonly Named[]> {
  const files = new Map<string, Named[]>();
  for (const operation of api.operations) {
    const own = names.operations[operation.id];
    if (own === undefined) continue;
    const all = files.get(own.function.file) ?? [];
    all.push({ operation, names: own, parts: placed.byOperation.get(operation.id) ?? [] });
    files.set(own.function.file, all);
  }
  const byName = (a: Named, b: Named): number => byCodePoint(a.names.function.name, b.names.function.name);
  return new Map([...files].map(([path, all]) => [path, all.toSorted(byName)]));
}

const typeTexts = ({ operation, names, parts }: Named, ctx: TypeContext): readonly string[] => [
  inputText(operation, names, ctx),
  ...responseTexts(operation, names, ctx),
  ...responseHeaderTexts(operation, names, ctx),
  ...parts.map((it) => declarationText(it, ctx)),
];

function callFunction(operation: Operation, names: OperationNames, types: Types, ctx: TypeContext): string {
  const { doc, method, path, pagination } = operation;
  const { file } = ctx;
  const outcomes = [names.output, names.error, names.responses, ...(names.headers ? [names.headers] : [])];
  const described = outcomes.map((it) => file.type(it));
  const results = pagination === undefined ? described : [itemText(pagination, names, ctx), ...described];
  const route = `\`${method} ${pathTemplate(path).replaceAll("`", "")}\``;
  return functionDeclaration({
    comment: comment(doc, TOP, [route], exampleTag(operation, names, types)),
    name: names.function.name,
    parameters: [
      `client: ${file.type(runtime.Client)}`,
      `input${isInputOptional(operation) ? "?" : ""}: ${file.type(runtime.Sendable)}<${file.type(names.input)}>`,
      `options?: ${optionsText(operation, file)}`,
    ],
    returnType: generic(file.type(pagination ? runtime.PagePromise : runtime.ApiPromise), results, TOP),
    body: `return ${callExpression(operation, names, types, results, file)};`,
  });
}

/** The types are said again: to infer them the compiler would compare them status by status, a hundred thousand types. */
function callExpression(
  operation: Operation,
  { function: { name }, headers }: OperationNames,
  types: Types,
  results: readonly string[],
  file: FileScope,
): string {
  const { pagination } = operation;
  // The call stands in the function, or among the arguments of what adds headers to it.
  const at = headers === undefined ? INSIDE : deeper(INSIDE);
  const pages = pagination === undefined ? [] : [pagesSpec(pagination, file, deeper(at))];
  const args = ["client", operationSpec(operation, name, types, file, deeper(at)), ...pages, "input", "options"];
  const start = file.value(pagination ? runtime.callPages : runtime.call);
  if (headers === undefined) return callText(generic(start, results, at), args, at);
  const around = file.value(pagination ? runtime.withPageHeaders : runtime.withHeaders);
  const readers = headerReaders(operation, types, file, at);
  return callText(generic(around, results, INSIDE), [callText(start, args, at), readers], INSIDE);
}
