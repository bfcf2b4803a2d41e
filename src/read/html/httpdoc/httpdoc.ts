import { object, value } from "../../placed.js";
import type { Dialect } from "../dialect.js";
import type { Page } from "../page.js";
import { readBody } from "./body.js";
import { readHeaders } from "./headers.js";
import { readOverview } from "./overview.js";
import { readParameters } from "./parameters.js";
import { readRequestLine, targetElement } from "./request-line.js";
import { readResponses } from "./responses.js";
import { readServers } from "./servers.js";

/**
 * Pages of httpdoc (github.com/darrelmiller/httpdoc), one operation each. Its versions spell classes and header lines
 * in different ways and print different amounts; all of them tell by an element's class what it is.
 */
export const httpdoc: Dialect = {
  name: "httpdoc",
  marker: 'an element of the class "httpTarget" or "httpPath"',
  matches: (page) => targetElement(page) !== undefined,
  read(page) {
    // In the order of the page, which is that of what is said about it.
    const overview = readOverview(page);
    const line = readRequestLine(page);
    if (line === undefined) return undefined;
    const { method, target } = line;
    const headers = readHeaders(page);
    const servers = readServers(page, headers);
    const parameters = readParameters(page, target);
    const body = readBody(page, headers);
    const responses = readResponses(page, headers);
    reportCut(page);

    const operation = object(method.range, { ...overview, parameters, requestBody: body?.placed, responses });
    const item = object(target.range, { [method.name]: operation });
    // No title and no version: the page tells neither, and another input may.
    return object(page.start, {
      openapi: value(page.start, body?.schema === undefined ? "3.1.1" : SCHEMA_VERSION),
      servers,
      paths: object(target.range, { [target.path]: item }),
    });
  },
};

/** What a page is about stands in one element; where that does not end, the page was cut. */
function reportCut(page: Page): void {
  const target = targetElement(page);
  const article = target && page.closest(target, "article");
  if (article !== undefined && !page.hasEndTag(article)) page.report("read/page-cut", page.end, {});
}

/** The schemas in a page are printed as OpenAPI 3.0 has them. */
const SCHEMA_VERSION = "3.0.4";
