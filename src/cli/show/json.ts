import type { Located, Place } from "../../pipeline/located.js";

/** A diagnostic in `--json`. Lines and columns count from 1. */
export const diagnosticJson = ({ code, severity, loss, message, help, place, related }: Located): object => ({
  code,
  severity,
  ...(loss && { loss }),
  message,
  help,
  ...placeJson(place),
  related: related.map((it) => ({ message: it.message, ...placeJson(it.place) })),
});

const placeJson = (place: Place | undefined): object =>
  place === undefined
    ? {}
    : {
        file: place.path,
        line: place.start.line,
        column: place.start.column,
        endLine: place.end.line,
        endColumn: place.end.column,
        pointer: place.pointer,
      };
