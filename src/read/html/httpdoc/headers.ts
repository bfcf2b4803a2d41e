import type { Element, Page } from "../page.js";

/** The headers of the example request, by their names in lower case. */
export type Headers = ReadonlyMap<string, Header>;
export interface Header {
  readonly text: string;
  readonly element: Element;
}

/** Those of the request alone: later pages print headers of responses too. */
export function readHeaders(page: Page): Headers {
  const [request] = page.byClass("httpExample");
  return headersIn(page, request);
}

/** The headers of one printed message. */
export function headersIn(page: Page, message: Element | undefined): Headers {
  const names = page.byClass("headerLine", message);
  const values = page.byClass("headerValue", message);
  return new Map(
    names.flatMap((name, i) => {
      const element = values[i];
      return element === undefined
        ? []
        : [[page.textOf(name).toLowerCase(), { text: page.textOf(element), element }] as const];
    }),
  );
}

/** `application/pdf, application/json` */
export const mediaTypes = (header: Header | undefined): readonly string[] =>
  (header?.text ?? "")
    .split(",")
    .map((it) => it.trim())
    .filter(Boolean);
