import type { FileParts, PrintedFile } from "../emit/template.js";
import { moduleStatements } from "./module-statement.js";

/** Gives files as text: no project, no parse. `header` becomes the first line of each. */
export function printer(header: string): (file: FileParts) => PrintedFile {
  const moduleText = moduleStatements();
  return ({ path, modules, declarations }) => {
    const together = modules.map((it) => moduleText(it, path)).join("\n");
    const parts = [header, ...(together === "" ? [] : [together]), ...declarations];
    return { path, text: parts.map((it) => `${it}\n`).join("\n"), uses: modules.map((it) => it.file) };
  };
}
