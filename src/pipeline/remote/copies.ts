import { join } from "node:path";
import { hash } from "../cache/hash.js";

/** The folder of the copies, beside the config file. */
export const COPIES = "sdkwright.remote";

/** The file for the copy of a URL: its host and path, as far as file names allow, so that people find it. */
export function copyPath(home: string, url: string): string {
  const { host, pathname, search } = new URL(url);
  const segments = pathname.split("/").filter((it) => it !== "");
  const names = [host, ...(segments.length === 0 ? ["index"] : segments)].map(spelled);
  // Without an extension it may be a page, and what that names may be in a folder of the name.
  const isExact = search === "" && `/${names.slice(1).join("/")}` === pathname && /\.[a-z]\w*$/i.test(pathname);
  const last = names.pop() ?? "";
  return join(home, COPIES, ...names, isExact ? last : marked(last, hash(url).slice(0, 8)));
}

/** A name that every file system takes, and that is not hidden. */
const spelled = (segment: string): string => segment.replace(/[^\w.-]/g, "_").replace(/^\./, "_");

/** `api.json` gives `api.1a2b3c4d.json`: two URLs that look alike as files are two files. */
const marked = (name: string, mark: string): string =>
  name.replace(/(\.[^.]*)?$/, (extension) => `.${mark}${extension}`);
