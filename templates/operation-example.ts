import { expressionText, type Expression } from "../src/emit/expression.js";
import type { Body, Operation } from "../src/ir/types.js";
import type { OperationNames } from "../src/names/names.js";
import { isInputOptional } from "./input-type.js";
import { byPlace } from "./param-places.js";
import { objectOf, sampleOf, samplePropertyOf } from "./sample.js";
import type { Types } from "./value-shape.js";

/** What leaves room on a line for the comment's own stars. */
const WIDTH = 90;

/** An `@example` that calls the operation with no more than it needs; nothing where a value for it cannot be written down. */
export function exampleTag(operation: Operation, names: OperationNames, types: Types): readonly string[] {
  const isOptional = isInputOptional(operation);
  const input = isOptional ? undefined : inputOf(operation, types);
  if (input === undefined && !isOptional) return [];
  const call = callOf(names.function.name, input);
  return [`@example\n\`\`\`ts\n${statement(operation, call)}\n\`\`\``];
}

function callOf(name: string, input: Expression | undefined): string {
  const head = `${name}(client`;
  return input === undefined ? `${head})` : `${head}, ${expressionText(input, WIDTH, head.length + 24)})`;
}

function statement({ pagination, responses }: Operation, call: string): string {
  if (pagination !== undefined) return `for await (const item of ${call}) {\n  console.log(item);\n}`;
  const isSilent = responses.every((it) => it.outcome === "error" || it.contents.length === 0);
  return `${isSilent ? "" : "const result = "}await ${call};`;
}

/** What is required of the input; undefined where one value of it cannot be written down. */
function inputOf({ params, body }: Operation, types: Types): Expression | undefined {
  const required = params.filter((it) => it.required);
  const places = byPlace(required).map(([place, here]) => {
    const members = here.map((it) => [it.wireName, samplePropertyOf(it, types)] as const);
    return [place, objectOf(members)] as const;
  });
  const whole = required.filter((it) => it.in === "querystring");
  const all = [...places, ...whole.map((it) => ["query", samplePropertyOf(it, types)] as const)];
  return objectOf(body?.required === true ? [...all, ["body", bodyOf(body, types)]] : all);
}

function bodyOf({ contents }: Body, types: Types): Expression | undefined {
  const [content] = contents;
  if (content === undefined) return "{}";
  const item = content.item === undefined ? undefined : sampleOf(content.item, "item", types);
  if (content.item !== undefined) return item && { kind: "array", items: [item] };
  return sampleOf(content.type, "body", types);
}
