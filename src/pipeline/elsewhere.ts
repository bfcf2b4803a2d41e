import { dirname, join } from "node:path";
import { isRemote } from "./remote/remote.js";

/**
 * Where a page says that its description is: a URL, or the absolute path of a file. `base` is where the page itself is.
 * Undefined for what is neither, such as a file that a page of another site names.
 */
export function addressNamed(url: string, base: string): string | undefined {
  if (isRemote(base)) return remoteAddress(url, base);
  if (/^(?:https?:)?\/\//i.test(url)) return remoteAddress(url, "https://localhost");
  // A page that was saved has lost its site: a path from the root of the site is looked for from the page's folder.
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? undefined : join(dirname(base), pathIn(url));
}

function remoteAddress(url: string, base: string): string | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const address = new URL(url, base);
  address.hash = "";
  return isRemote(address.href) ? address.href : undefined;
}

/** The path of a URL, without query and fragment. */
function pathIn(url: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
