import type { Cursor } from "../../cursor.js";
import type { Fact } from "../../join/fact.js";
import { bodyOf } from "./body.js";
import { build, eachOf, type Member } from "./build.js";
import type { V20 } from "./context.js";
import { parameterOf } from "./parameter.js";
import { placeOf } from "./place.js";
import { responseOf } from "./response.js";
import { schemaOf } from "./schema.js";
import { securitySchemeOf } from "./security.js";

/** What stands at the root of 2.0 to be referred to. A shared form parameter goes into the bodies that refer to it. */
export function componentsOf(ctx: V20): Fact | undefined {
  const { root } = ctx;
  const parameters = root.get("parameters");
  const inPlace = (it: Cursor, wanted: boolean, make: () => Fact): Fact | undefined =>
    (placeOf(it) === "body") === wanted && placeOf(it) !== "formData" ? make() : undefined;
  const members: readonly Member[] = [
    ["schemas", eachOf(ctx, root.get("definitions"), (it) => schemaOf(ctx, it))],
    ["parameters", filled(eachOf(ctx, parameters, (it) => inPlace(it, false, () => parameterOf(ctx, it))))],
    ["requestBodies", filled(eachOf(ctx, parameters, (it) => inPlace(it, true, () => bodyOf(ctx, it, root))))],
    ["responses", eachOf(ctx, root.get("responses"), (it) => responseOf(ctx, it, root))],
    ["securitySchemes", eachOf(ctx, root.get("securityDefinitions"), (it) => securitySchemeOf(ctx, it))],
  ];
  return members.every(([, it]) => it === undefined) ? undefined : build(ctx, root.origin, members);
}

/** A map that turned out to hold nothing is left out. */
const filled = (fact: Fact | undefined): Fact | undefined =>
  fact === undefined || Object.keys(fact.value as object).length === 0 ? undefined : fact;
