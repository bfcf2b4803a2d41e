import type { Host } from "../../pipeline/host.js";

/** Colours, or nothing where there is no terminal to show them. */
export interface Paint {
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

/** For one of the two streams. See https://no-color.org: a NO_COLOR that is set and not empty means none. */
export function paintFor(stream: "stdout" | "stderr", host: Host, off: boolean): Paint {
  const { NO_COLOR: noColor = "", TERM: term } = host.env;
  return off || noColor !== "" || term === "dumb" || !host.isTTY[stream] ? plain : colours;
}

const sgr =
  (code: number) =>
  (text: string): string =>
    text === "" ? "" : `\u001b[${code}m${text}\u001b[0m`;
const as = (text: string): string => text;

const colours: Paint = { red: sgr(31), yellow: sgr(33), blue: sgr(34), green: sgr(32), dim: sgr(2), bold: sgr(1) };
export const plain: Paint = { red: as, yellow: as, blue: as, green: as, dim: as, bold: as };
