import { nearest } from "../../diagnostics/nearest.js";

/** What is wrong with a value as a `PaginationRule`; undefined where it is one. */
export function ruleProblem(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "it is not an object";
  const { by, ...rest } = value as { readonly [field: string]: unknown }; // Any object can be looked at this way.
  const own = typeof by === "string" ? fields.get(by) : undefined;
  if (own === undefined) return `\`by\` is none of ${[...fields.keys()].join(", ")}`;
  const all = { ...(by === "none" ? {} : paged), ...own, operations: ids };
  const unknown = Object.keys(rest).find((it) => !Object.hasOwn(all, it));
  if (unknown !== undefined) {
    const near = nearest(unknown, Object.keys(all));
    return `\`${unknown}\` is no field of a rule by ${String(by)}${near === undefined ? "" : `; did you mean \`${near}\`?`}`;
  }
  const wrong = Object.entries(all).find(([name, { required, accepts }]) =>
    rest[name] === undefined ? required === true : !accepts(rest[name]),
  );
  return wrong && `\`${wrong[0]}\` is not ${wrong[1].expected}`;
}

interface Field {
  readonly accepts: (value: unknown) => boolean;
  readonly expected: string;
  readonly required?: true;
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const text: Field = { accepts: isText, expected: "a name" };
const path: Field = {
  accepts: (it) => typeof it === "string" || isTexts(it),
  expected: "a place in the answer, such as meta.next",
};
const number: Field = { accepts: Number.isInteger, expected: "a whole number" };
const ids: Field = { accepts: isTexts, expected: "a list of operation ids" };
const required = (field: Field): Field => ({ ...field, required: true });

const paged: Readonly<Record<string, Field>> = { items: path, more: path };
const numbered: Readonly<Record<string, Field>> = { param: required(text), start: number, total: path };

/** The fields of each kind of rule, beside those that all have. */
const fields: ReadonlyMap<string, Readonly<Record<string, Field>>> = new Map<string, Readonly<Record<string, Field>>>([
  ["cursor", { from: required(path), param: required(text) }],
  ["lastItem", { from: path, param: required(text), back: text }],
  ["offset", numbered],
  ["page", numbered],
  ["link", { from: required(path) }],
  ["linkHeader", {}],
  ["none", {}],
]);
