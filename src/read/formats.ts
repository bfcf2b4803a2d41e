import type { Format } from "./format.js";

/** The formats that are known, in the order in which a text without a telling extension is tried. */
export const formats: readonly Format[] = [
  { name: "JSON", extensions: [".json"], looksLike: startsWith(/[{[]/), load: async () => (await import("./json/read-json.js")).readJson },
  { name: "HTML", extensions: [".html", ".htm"], looksLike: startsWith(/<(?:!doctype|html|[a-z])/i), load: async () => (await import("./html/read-html.js")).readHtml },
  { name: "YAML", extensions: [".yaml", ".yml"], looksLike: hasKey, load: async () => (await import("./yaml/read-yaml.js")).readYaml },
];

function startsWith(start: RegExp): (text: string) => boolean {
  const pattern = new RegExp(`^\\s*${start.source}`, start.flags);
  return (text) => pattern.test(text);
}

function hasKey(text: string): boolean {
  return /^(?:["']?)[\w$-]+(?:["']?)\s*:(?:\s|$)/m.test(text);
}
