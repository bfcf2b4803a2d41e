import { schemaOf, type Schema } from "./type-text.js";
import type { Types } from "./types.js";

/** A row of a table of properties, in which `»` before a name tells how deep inside of the rows before it a property is. */
export interface PropertyRow {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly description: string;
}

/** What values a property may have, from a table of them. */
export type Enums = ReadonlyMap<string, readonly string[]>;

/** The schema that a table of properties tells; undefined where it is put together of others, which a table cannot show. */
export function schemaOfRows(rows: readonly PropertyRow[], enums: Enums, known: Types): Schema | undefined {
  const nodes = nest(rows);
  const [only] = nodes;
  if (only === undefined || hasParts(rows)) return undefined;
  const table: Table = { known, enums: usable(rows, enums) };
  if (nodes.length === 1 && only.row.name === ANONYMOUS) return schemaOfNode(only, table);
  return objectOf(nodes, table);
}

interface Table {
  readonly known: Types;
  readonly enums: Enums;
}
interface Node {
  readonly row: PropertyRow;
  readonly children: readonly Node[];
}

const ANONYMOUS = "anonymous";
const PARTS = /^(?:allOf|anyOf|oneOf|not|and|or|xor|continued)$/;

/** Only the schema as a whole may be without a name, and only once. */
const hasParts = (rows: readonly PropertyRow[]): boolean =>
  rows.some(({ name }, i) => PARTS.test(nameOf(name)) || (i > 0 && nameOf(name) === ANONYMOUS));

/** The values are told by name alone, so where two properties have one name nothing says whose they are. */
const usable = (rows: readonly PropertyRow[], enums: Enums): Enums =>
  new Map([...enums].filter(([name]) => rows.filter((it) => nameOf(it.name) === name).length === 1));

const depthOf = (name: string): number => /^»*/.exec(name)?.[0].length ?? 0;
const nameOf = (name: string): string => name.replace(/^»*\s*/, "");

function nest(rows: readonly PropertyRow[]): readonly Node[] {
  const starts = rows.flatMap((it, i) => (depthOf(it.name) === depthOf(rows[0]?.name ?? "") ? [i] : []));
  return starts.flatMap((start, i) => {
    const row = rows[start];
    const children = nest(rows.slice(start + 1, starts[i + 1]));
    return row === undefined ? [] : [{ row: { ...row, name: nameOf(row.name) }, children }];
  });
}

function schemaOfNode({ row, children }: Node, table: Table): Schema {
  const told = schemaOf(row.type, table.known) ?? {};
  const inner = children.length === 0 ? undefined : objectOf(children, table);
  const values = table.enums.get(row.name);
  return {
    ...(inner === undefined ? told : filled(told, inner)),
    ...(values && "type" in told && { enum: values.map((it) => (isNumeric(told) ? Number(it) : it)) }),
    // In brackets stands what the items are described as.
    ...(/^(?!\[.*\]$)./s.test(row.description) && { description: row.description }),
    ...(row.readOnly && { readOnly: true }),
    ...(row.writeOnly && { writeOnly: true }),
  };
}

/** What rows inside tell goes to where the type says that there is an object; a schema that is named is told elsewhere. */
function filled(told: Schema, inner: Schema): Schema {
  if (told["type"] === "object") return inner;
  if (told["type"] !== "array") return told;
  const items = told["items"];
  return { ...told, items: isObjectType(items) ? inner : items };
}

const isObjectType = (schema: unknown): boolean =>
  typeof schema === "object" && schema !== null && "type" in schema && schema.type === "object";
const isNumeric = ({ type }: Schema): boolean => type === "integer" || type === "number";

function objectOf(nodes: readonly Node[], table: Table): Schema {
  const required = nodes.filter((it) => it.row.required).map((it) => it.row.name);
  return {
    type: "object",
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(nodes.map((it) => [it.row.name, schemaOfNode(it, table)])),
  };
}
