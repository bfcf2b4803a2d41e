import type { Dialect } from "./dialect.js";
import { httpdoc } from "./httpdoc/httpdoc.js";

/** The kinds of pages that are known, in the order in which they are tried. */
export const dialects: readonly Dialect[] = [httpdoc];
