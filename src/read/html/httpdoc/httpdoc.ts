import { object, type Placed, value } from "../../placed.js";
import type { Dialect } from "../dialect.js";
import type { Page } from "../page.js";
import { type Body, readBody } from "./body.js";
import { type Headers, readHeaders } from "./headers.js";
import { readOverview } from "./overview.js";
import { readParameters } from "./parameters.js";
import { type RequestLine, readRequestLine } from "./request-line.js";
import { readResponses } from "./responses.js";
import { readServers } from "./servers.js";

/**
 * Pages of httpdoc (github.com/darrelmiller/httpdoc), one operation each. Its versions spell classes and header lines
 * in different ways and print different amounts; all of them tell by an element's class what it is.
 */
export const httpdoc: Dialect = {
  name: "httpdoc",
  marker: 'an element of the class "httpTarget"',
  matches: (page) => page.byClass("httpTarget").length > 0,
  read(page) {
    const line = readRequestLine(page);
    if (line === undefined) return undefined;
    const headers = readHeaders(page);
    const body = readBody(page, headers);
    const { method, target } = line;
    // No title and no version: the page tells neither, and another input may.
    return object(page.start, {
      openapi: value(page.start, body?.schema === undefined ? "3.1.1" : SCHEMA_VERSION),
      servers: readServers(page, headers),
      paths: object(target.range, {
        [target.path]: object(target.range, { [method.name]: readOperation(page, line, headers, body) }),
      }),
    });
  },
};

/** The schemas in a page are printed as OpenAPI 3.0 has them. */
const SCHEMA_VERSION = "3.0.4";

function readOperation(page: Page, { method, target }: RequestLine, headers: Headers, body: Body | undefined): Placed {
  return object(method.range, {
    ...readOverview(page),
    parameters: readParameters(page, target),
    requestBody: body?.placed,
    responses: readResponses(page, headers),
  });
}
