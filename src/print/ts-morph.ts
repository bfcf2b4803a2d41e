/** The parts of ts-morph that exist at run time. */
export { printStructure, StructureKind } from "ts-morph";
