import type { Format } from "./format.js";

const KEY_AND_COLON = /^["']?[\w$-]+["']?\s*:(?:\s|$)/m;

/** The formats that are known, in the order in which a text without a telling extension is tried. */
export const formats: readonly Format[] = [
  { name: "JSON", extensions: [".json"], looksLike: /^\s*[{[]/, load: () => import("./json/read-json.js") },
  { name: "HTML", extensions: [".html", ".htm"], looksLike: /^\s*<[!a-z]/i, load: () => import("./html/read-html.js") },
  {
    name: "JavaScript",
    extensions: [".js"],
    looksLike: /(?!)/,
    load: () => import("./html/embedded/read-script.js"),
  },
  { name: "YAML", extensions: [".yaml", ".yml"], looksLike: KEY_AND_COLON, load: () => import("./yaml/read-yaml.js") },
];
