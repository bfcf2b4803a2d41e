import { reportComponent } from "./conflict.js";
import { joinHeader, joinRequestBody, joinResponse } from "./content.js";
import { keep, members, named, type Rule, referred } from "./fact.js";
import { joinParameter } from "./parameter.js";
import { joinNamedSchema } from "./schema.js";

/** Components meet by kind and name. */
export const joinComponents: Rule = members({
  schemas: named(joinNamedSchema),
  responses: named(referred(joinResponse)),
  parameters: named(referred(alike("parameter", ["in", "name"], joinParameter))),
  requestBodies: named(referred(joinRequestBody)),
  headers: named(referred(joinHeader)),
  securitySchemes: named(referred(alike("security scheme", ["type", "scheme", "in", "name"], named(keep)))),
  examples: named(keep),
  links: named(keep),
  callbacks: named(keep),
  pathItems: named(keep),
});

/** Two components are joined only when they are the same in what makes them what they are. */
function alike(kind: string, keys: readonly string[], rule: Rule): Rule {
  return (join, earlier, later) =>
    keys.every((key) => earlier.text(key)?.toLowerCase() === later.text(key)?.toLowerCase())
      ? rule(join, earlier, later)
      : reportComponent(join, earlier, later, kind);
}
