/** What a page of httpdoc tells; what is left out is as in a page of an operation that has nothing. */
export interface PageParts {
  readonly title?: string;
  readonly heading?: string;
  readonly description?: string;
  readonly method?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly parameters?: readonly PageParameter[];
  readonly schema?: string;
  readonly responses?: Readonly<Record<string, string>>;
}
export interface PageParameter {
  readonly name: string;
  readonly place: string;
  readonly type: string;
  readonly description?: string;
  readonly required?: boolean;
}

/** A page as the first version of httpdoc writes it, but with a line break before each part, so that places can be read. */
export function page(parts: PageParts): string {
  const { title = "", heading = "GetPets", description = "", schema } = parts;
  return [
    `<!DOCTYPE html><html><head><title>${title}</title></head><body><article><section  class="requestOverview"><h1  class="requestSummary">${heading}</h1><p  class="requestDescription">${description}</p></section><section  class="http"><pre  class="httpExample">`,
    requestLine(parts),
    ...Object.entries(parts.headers ?? {}).map(headerLine),
    `</pre></section><dl  class="parameters">${(parts.parameters ?? []).map(parameter).join("")}</dl>${schema === undefined ? "" : body(schema)}<section  class="responses"><ul  class="responses">`,
    ...Object.entries(parts.responses ?? {}).map(response),
    "</ul></section></article></body></html>",
  ].join("\n");
}

const requestLine = ({ method = "GET", target = "/pets" }: PageParts): string =>
  `<span  class="requestLine">${method}</span> <span  class="httpTarget">${target}</span> <span  class="httpVersion">HTTP/1.1</span>`;

const headerLine = ([name, value]: readonly [string, string]): string =>
  `<span  class="headerLine">${name}</span>: <span  class="headerValue">${value}</span>`;

const parameter = ({ name, place, type, description = "", required = false }: PageParameter): string =>
  `<dt  class="parameter"><span  class="parameterName">${name}</span> [ in: <span  class="parameterLocation">${place}</span> type: <span  class="parameterType">${type}</span> ]</dt>` +
  `<dd  class="parameter"><span  class="parameterDescription">${description}</span> <span  class="parameterRequired">${required ? "required" : "optional"}</span></dd>`;

const body = (schema: string): string =>
  `<section  class="requestContent"><pre  class="schema">${schema}</pre></section>`;

const response = ([status, description]: readonly [string, string]): string =>
  `<li  class="response"><span  class="statusLine">${status}</span> <span  class="statusDescription">${description}</span></li>`;
