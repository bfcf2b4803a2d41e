import { type Expression, itemsOf, memberOf, textOf } from "../code/expression.js";
import { namedIn } from "../attribute.js";
import type { Form } from "../form.js";
import { described, type Lead, named, oneOf } from "../lead.js";

/**
 * Swagger UI: its distribution, whose page leaves all to `swagger-initializer.js`; swagger-ui-express, whose page does so
 * to `swagger-ui-init.js`; and the many pages that call it themselves.
 */
export const swaggerUi: Form = {
  name: "Swagger UI",
  marker: 'a script with "SwaggerUIBundle(", or one named swagger-initializer.js or swagger-ui-init.js',
  sign: "#swagger-ui",
  scripts: [
    {
      word: "options",
      after: /\boptions\s*=(?=\s*\{\s*["'](?:swaggerDoc|swaggerUrls?|customOptions)["'])/g,
      leads: ([options]) => [
        ...described(memberOf(options, "swaggerDoc")),
        ...named(memberOf(options, "swaggerUrl")),
        ...chosen(memberOf(options, "swaggerUrls"), undefined),
      ],
    },
    { word: "SwaggerUI", after: /\bSwaggerUI(?:Bundle)?\s*\(/g, leads: ([settings]) => settled(settings) },
  ],
  elements: [
    { selector: 'script[src*="swagger-initializer.js"], script[src*="swagger-ui-init.js"]', leads: namedIn("src") },
  ],
};

/** Of the settings, `spec` wins over `urls`, and that over `url`. */
const settled = (settings: Expression | undefined): readonly Lead[] => [
  ...described(memberOf(settings, "spec")),
  ...chosen(memberOf(settings, "urls"), textOf(memberOf(settings, "urls.primaryName"))),
  ...named(memberOf(settings, "url")),
];

/** The description that the page opens with: the one of the primary name, else the first. */
function chosen(urls: Expression | undefined, primary: string | undefined): readonly Lead[] {
  const all = itemsOf(urls);
  const first = all.find((it) => primary !== undefined && textOf(memberOf(it, "name")) === primary) ?? all[0];
  return oneOf(all, named(memberOf(first, "url")));
}
