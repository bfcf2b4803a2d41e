/**
 * A CommonJS module of TypeScript's making as the ES module that it once was, so that a bundler leaves out what nothing needs:
 * imports and exports are statements, and calls that make a class are said to do nothing else.
 */
export function asModule(text: string): string {
  const filled = [...text.matchAll(/^exports\.(\w+) = void 0;$/gm)].map(([, name]) => exported(`exports.${name}`));
  const body = text
    .replaceAll(/^var ([\w$]+) = require\('([^']+)'\);$/gm, 'import * as $1 from "$2";')
    .replaceAll(/^exports\.(\w+) = ([\w$]+);$/gm, "export { $2 as $1 };")
    .replaceAll(GETTER, (_, value: string) => exported(value))
    .replaceAll(/^(?:const|let) [\w$]+ = (?:\w.*\);|\(\(\) => \{)$/gm, withPureCalls);
  return `const exports = {};\n${body}\n${filled.join("\n")}\n`;
}

/** What exports a thing of another module. */
const GETTER = /^Object\.defineProperty\(exports, [^}]*return ([\w.]+);[^}]*\}\s*\}\);$/gm;

/** Exports a property under its own name, by which the module may know something else. */
function exported(property: string): string {
  const name = property.slice(property.lastIndexOf(".") + 1);
  return `const $${name} = ${property};\nexport { $${name} as ${name} };`;
}

const withPureCalls = (line: string): string => line.replaceAll(/(?<== |\()(?=[\w$]+\(|\(\(\))/g, "/* @__PURE__ */ ");
