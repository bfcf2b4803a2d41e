import { createRequire } from "node:module";

/**
 * The parts of ts-morph that exist at run time. It is CommonJS of 10 MB: `import` would scan all of that for the names it
 * exports before it runs, which takes 0.1 s more than `require` does.
 */
// What `require` gives is what `import` would: the package has one entry point.
const tsMorph = createRequire(import.meta.url)("ts-morph") as typeof import("ts-morph");

export const StructureKind: typeof tsMorph.StructureKind = tsMorph.StructureKind;
export const printStructure: typeof tsMorph.printStructure = tsMorph.printStructure;
