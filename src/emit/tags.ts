import type { Given, Property, Type, TypeKind, TypeOf } from "../ir/types.js";

/** Longer values are left out: a comment is no place to read them. */
const LONGEST = 80;

/**
 * What the type of a property does not tell of its value, as tags of a doc comment: format and bounds under their names in JSON Schema
 * (2020-12, Validation, sections 6 and 7), the default as TSDoc's `@defaultValue`, an example.
 */
export function propertyTags({
  doc,
  fallback,
  type,
  check,
}: Pick<Property, "doc" | "fallback" | "type" | "check">): readonly string[] {
  // What stands beside a reference may say again what stands there.
  const own = check === undefined ? typeTags(type) : [...new Set([...typeTags(type), ...checkTags(check, boundText)])];
  if (fallback === undefined && doc.example === undefined) return own;
  return [
    ...own,
    ...shown("defaultValue", fallback, (text) => code(text)),
    // Editors show what follows `@example` as code by themselves.
    ...shown("example", doc.example, (text) => text),
  ];
}

const boundText = (text: string): string => (/^-?\d+$/.test(text) ? text : asCode(text));

/** The tags of a type by itself; a value that may also be null, or what no number holds, is bound as it is without. */
export function typeTags(type: Type): readonly string[] {
  switch (type.kind) {
    case "number":
      return formatAndCheck(type.format, checkTags(type.check, String));
    case "string":
      return formatAndCheck(type.format, checkTags(type.check));
    case "bytes":
      return bytesTags(type);
    case "array":
    case "object":
      return checkTags(type.check);
    case "union": {
      const only = onlyMember(type);
      return only === undefined ? NONE : typeTags(only);
    }
    default:
      return NONE;
  }
}

/** Most types have no tags, so no list is made for those. */
const NONE: readonly string[] = [];

function onlyMember({ members }: TypeOf<"union">): Type | undefined {
  const first = members.findIndex((it) => !BESIDE.has(it.kind));
  const isOnly = members.every((it, i) => i <= first || BESIDE.has(it.kind));
  return isOnly ? members[first] : undefined;
}

const BESIDE: ReadonlySet<TypeKind> = new Set<TypeKind>(["null", "bigint", "decimal"]);

/** What a string that stands for bytes is; a Blob tells of itself. */
const bytesTags = ({ encoding, mediaType }: TypeOf<"bytes">): readonly string[] =>
  checkTags({
    ...(encoding !== "raw" && { contentEncoding: encoding }),
    ...(mediaType !== undefined && { contentMediaType: mediaType }),
  });

const formatAndCheck = (format: string | undefined, bounds: readonly string[]): readonly string[] =>
  format === undefined ? bounds : [`@format ${oneLine(format)}`, ...bounds];

/** `write` is for bounds that are texts: those of a string are code, those of a number digits. */
function checkTags(check: object | undefined, write: (text: string) => string = asCode): readonly string[] {
  if (check === undefined) return NONE;
  return Object.entries(check).map(([keyword, bound]) => {
    if (bound === true) return `@${keyword}`;
    return `@${keyword} ${typeof bound === "string" ? write(bound) : String(bound)}`;
  });
}

const asCode = (text: string): string => code(oneLine(text));

function shown(tag: string, given: Given | undefined, write: (text: string) => string): readonly string[] {
  const text = given && (given.text ?? JSON.stringify(given.value));
  return text === undefined || text.length > LONGEST ? [] : [`@${tag} ${write(text)}`];
}

/** A code span that holds the text whatever backticks are in it (CommonMark 0.31, section 6.1). */
function code(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, it) => Math.max(most, it.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
