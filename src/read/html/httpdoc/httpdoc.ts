import { object, value } from "../../placed.js";
import type { Dialect } from "../dialect.js";
import type { Page } from "../page.js";
import { groupBy } from "../shown/group-by.js";
import { readBody } from "./body.js";
import { readHeaders } from "./headers.js";
import { readOverview } from "./overview.js";
import { readParameters } from "./parameters.js";
import { readRequestLine, targetElement, targetElements } from "./request-line.js";
import { readResponses } from "./responses.js";
import { readServers } from "./servers.js";

/**
 * Pages of httpdoc (github.com/darrelmiller/httpdoc), one operation each, or an article each where several were put into
 * one page. Its versions spell classes and header lines in different ways and print different amounts; all of them tell
 * by an element's class what it is.
 */
export const httpdoc: Dialect = {
  name: "httpdoc",
  marker: 'an element of the class "httpTarget" or "httpPath"',
  matches: (page) => targetElement(page) !== undefined,
  read(page) {
    const parts = partsOf(page);
    const operations = parts.flatMap((it) => readOperation(page, it) ?? []);
    const [first, ...others] = operations;
    if (first === undefined || operations.length < parts.length) return undefined;
    const items = [...groupBy(operations, (it) => it.target.path)].map(([path, all]) => {
      const methods = all.map(({ method, operation, servers }) => {
        const own = others.length === 0 ? {} : { servers };
        return [method.name, object(method.range, { ...operation, ...own })] as const;
      });
      return [path, object((all[0] ?? first).target.range, Object.fromEntries(methods))] as const;
    });
    // No title and no version: the page tells neither, and another input may.
    return object(page.start, {
      openapi: value(page.start, operations.some((it) => it.hasSchema) ? SCHEMA_VERSION : "3.1.1"),
      servers: others.length === 0 ? first.servers : undefined,
      paths: object(first.target.range, Object.fromEntries(items)),
    });
  },
};

/** The articles of a page that holds several operations; else the page itself. */
function partsOf(page: Page): readonly Page[] {
  const articles = new Set(targetElements(page).flatMap((it) => page.closest(it, "article") ?? []));
  return articles.size < 2 ? [page] : [...articles].map((it) => page.within(it));
}

/** What a part of a page tells, in the order in which it stands there, which is that of what is said about it. */
function readOperation(page: Page, part: Page) {
  const overview = readOverview(part, page);
  const line = readRequestLine(part);
  if (line === undefined) return undefined;
  const { method, target } = line;
  const headers = readHeaders(part);
  const servers = readServers(part, headers);
  const parameters = readParameters(part, target);
  const body = readBody(part, headers);
  const responses = readResponses(part, headers);
  reportCut(part);
  const operation = { ...overview, parameters, requestBody: body?.placed, responses };
  return { method, target, servers, operation, hasSchema: body?.schema !== undefined };
}

/** What a page is about stands in one element; where that does not end, the page was cut. */
function reportCut(page: Page): void {
  const target = targetElement(page);
  const article = target && page.closest(target, "article");
  if (article !== undefined && !page.hasEndTag(article)) page.report("read/page-cut", page.end, {});
}

/** The schemas in a page are printed as OpenAPI 3.0 has them. */
const SCHEMA_VERSION = "3.0.4";
