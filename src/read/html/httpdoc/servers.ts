import { list, object, type Placed, value } from "../../placed.js";
import type { Page } from "../page.js";
import type { Headers } from "./headers.js";

/** The server, of which the page has the host alone: a path that all operations share is not told. */
export function readServers(page: Page, headers: Headers): Placed | undefined {
  const host = headers.get("host");
  if (host === undefined || host.text === "") return undefined;
  const range = page.insideOf(host.element);
  if (isPlaceholder(host.text)) {
    page.report("read/page-placeholder-host", range, { host: host.text });
    return undefined;
  }
  const url = urlOf(host.text);
  page.report("read/page-host-only", range, { url });
  return list(range, [object(range, { url: value(range, url) })]);
}

/** RFC 2606, section 3: names that are nobody's. The tool writes `example.org:443` where it knows no host. */
const isPlaceholder = (host: string): boolean => /(?:^|\.)example\.(?:org|com|net)(?::\d+)?$/i.test(host);

/** The scheme is told by the port alone; only that of HTTP means that there is no encryption. */
function urlOf(host: string): string {
  if (host.endsWith(":80")) return `http://${host.slice(0, -":80".length)}`;
  return `https://${host.endsWith(":443") ? host.slice(0, -":443".length) : host}`;
}
