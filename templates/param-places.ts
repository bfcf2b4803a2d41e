import { groupBy } from "../src/emit/group.js";
import type { Param, ParamPlace } from "../src/ir/types.js";

/** The places of parameters that are objects of the input, in the order in which they stand there. */
const PLACES: readonly ParamPlace[] = ["path", "query", "header", "cookie"];

/** The parameters of each place that has some, in the order of `places`. */
export function byPlace(
  params: readonly Param[],
  places = PLACES,
): readonly (readonly [ParamPlace, readonly Param[]])[] {
  const groups = groupBy(params, (it) => it.in);
  return places.flatMap((place) => {
    const here = groups.get(place);
    return here === undefined ? [] : [[place, here] as const];
  });
}
