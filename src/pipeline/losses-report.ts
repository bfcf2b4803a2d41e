import type { Code, Diagnostic, Loss } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import { placesIn, type Place } from "./located.js";

/** All that was lost in one way and for one reason. Plain data. */
export interface Losses {
  readonly loss: Loss;
  readonly code: Code;
  readonly losses: readonly LostPlace[];
}
export interface LostPlace {
  readonly message: string;
  /** Absent where no place in an input is at fault. */
  readonly place?: LossPlace;
}
export type LossPlace = Pick<Place, "path" | "pointer"> & Place["start"];

/** What the SDK lacks of what the inputs say, by what was told of it: widened types first, then what was dropped. */
export function lossesReport(diagnostics: readonly Diagnostic[], sources: readonly Source[]): readonly Losses[] {
  const places = placesIn(sources);
  const lost = diagnostics.filter((it) => it.loss !== undefined);
  const codes = [...new Set(lost.map((it) => it.code))];
  return KINDS.flatMap((loss) =>
    codes.flatMap((code) => {
      const own = lost.filter((it) => it.loss === loss && it.code === code);
      return own.length === 0 ? [] : [{ loss, code, losses: own.map((it) => lostPlace(it, places)) }];
    }),
  );
}

const KINDS: readonly Loss[] = ["widened", "dropped"];

function lostPlace({ message, target }: Diagnostic, places: ReturnType<typeof placesIn>): LostPlace {
  const found = target && places(target);
  return { message, ...(found && { place: { path: found.path, pointer: found.pointer, ...found.start } }) };
}
