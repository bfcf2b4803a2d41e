import type { Dialect } from "./dialect.js";
import { carrying } from "./embedded/dialect.js";
import { forms } from "./embedded/forms.js";
import { httpdoc } from "./httpdoc/httpdoc.js";

/** The kinds of pages that are known, in the order in which they are tried: a description in a page tells more than the page. */
export const dialects: readonly Dialect[] = [httpdoc, ...forms.map(carrying)];
