import type { Dialect } from "./dialect.js";
import { carrying } from "./embedded/dialect.js";
import { forms } from "./embedded/forms.js";
import { httpdoc } from "./httpdoc/httpdoc.js";
import { bootprint } from "./shown/bootprint.js";
import { docfxRest } from "./shown/docfx-rest.js";
import { openapiHtml } from "./shown/openapi-html.js";
import { openapiHtml2 } from "./shown/openapi-html2.js";
import { widdershins } from "./shown/widdershins/widdershins.js";

const shown: readonly Dialect[] = [widdershins, bootprint, openapiHtml2, openapiHtml, docfxRest];

/** The kinds of pages that are known, in the order in which they are tried: a description in a page tells more than the page. */
export const dialects: readonly Dialect[] = [httpdoc, ...forms.map(carrying), ...shown];
