/** JSON Pointers are shared with the readers, which may not import this stage. */
export * from "../diagnostics/pointer.js";
