import { list, object, type Placed, value } from "../../placed.js";
import type { Element, Page } from "../page.js";
import type { RequestLine } from "./request-line.js";

type Target = RequestLine["target"];

/** The parameters: those that are listed, then those that only the target names. */
export function readParameters(page: Page, target: Target): Placed | undefined {
  // One that does not end was cut with the page; the target still has its name.
  const listed = page.all("dt").filter((it) => page.byClass("parameterName", it).length > 0 && page.hasEndTag(it));
  const parameters = listed.flatMap((term) => readParameter(page, term, target) ?? []);
  const all = [...parameters.map((it) => it.placed), ...unlisted(page, target, parameters)];
  return all.length === 0 ? undefined : list(listed[0] ? page.rangeOf(listed[0]) : target.range, all);
}

interface Parameter {
  readonly name: string;
  readonly place: string;
  readonly placed: Placed;
}

function readParameter(page: Page, term: Element, target: Target): Parameter | undefined {
  const range = page.rangeOf(term);
  const name = textIn(page, "parameterName", term);
  const place = textIn(page, "parameterLocation", term).toLowerCase();
  if (name === "" || !PLACES.has(place)) {
    page.report("read/page-parameter", range, { name, place });
    return undefined;
  }
  const about = page.next(term, "dd");
  const [description] = about ? page.byClass("parameterDescription", about) : [];
  const [required] = about ? page.byClass("parameterRequired", about) : [];
  const prose = description && page.proseOf(description);
  const placed = object(range, {
    name: value(range, name),
    in: value(range, place),
    description: description && prose ? value(page.insideOf(description), prose) : undefined,
    required: required && value(page.insideOf(required), page.textOf(required) === "required"),
    ...readType(page, term, name, place === "query" ? target : undefined),
  });
  return { name, place, placed };
}

const PLACES: ReadonlySet<string> = new Set(["path", "query", "header", "cookie"]);

/** The type is all that is told of a schema. Where it holds others, the target says how a query is written. */
function readType(
  page: Page,
  term: Element,
  name: string,
  target: Target | undefined,
): Readonly<Record<string, Placed | undefined>> {
  const [element] = page.byClass("parameterType", term);
  const type = element ? page.textOf(element) : "";
  const range = page.rangeOf(element ?? term);
  const holds = HOLDERS.get(type);
  if (type === "" || holds !== undefined)
    page.report("read/page-parameter-type", range, { name, what: holds ?? "type" });
  if (type === "") return {};
  const written = holds === undefined ? undefined : target?.query.find((it) => it.name === name);
  return {
    explode: written && value(target?.range ?? range, written.explode),
    schema: object(range, { type: value(range, type) }),
  };
}

const HOLDERS: ReadonlyMap<string, string> = new Map([
  ["array", "type of the items"],
  ["object", "type of the properties"],
]);

/** The list leaves out what is declared for the whole path; the target has all names. */
function unlisted(page: Page, target: Target, listed: readonly Parameter[]): readonly Placed[] {
  const isListed = (name: string, place: string): boolean =>
    listed.some((it) => it.name === name && it.place === place);
  const inPath = target.pathNames
    .filter((name) => !isListed(name, "path"))
    .map((name) => ({ name, place: "path", explode: undefined }));
  const inQuery = target.query.filter(({ name }) => !isListed(name, "query")).map((it) => ({ ...it, place: "query" }));
  return [...inPath, ...inQuery].map(({ name, place }) => {
    page.report("read/page-parameter-type", target.range, { name, what: "type" });
    return object(target.range, {
      name: value(target.range, name),
      in: value(target.range, place),
      required: place === "path" ? value(target.range, true) : undefined,
    });
  });
}

function textIn(page: Page, name: string, element: Element): string {
  const [found] = page.byClass(name, element);
  return found ? page.textOf(found) : "";
}
