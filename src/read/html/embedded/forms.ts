import { elements } from "./forms/elements.js";
import { generateHtml } from "./forms/generate-html.js";
import { jsonScript } from "./forms/json-script.js";
import { rapidoc } from "./forms/rapidoc.js";
import { readme } from "./forms/readme.js";
import { redoc } from "./forms/redoc.js";
import { scalar } from "./forms/scalar.js";
import { swaggerUi } from "./forms/swagger-ui.js";
import type { Form } from "./form.js";

/** The tools whose pages carry the description. The last is of no tool. */
export const forms: readonly Form[] = [redoc, swaggerUi, scalar, elements, rapidoc, generateHtml, readme, jsonScript];
