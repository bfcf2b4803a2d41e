import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licences of the packages that some modules come from, as a text: whoever passes their code on passes these on with it. */
export function noticesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((it) => PACKAGE.exec(it)?.[0] ?? []));
  return [...folders]
    .sort()
    .map(notice)
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** A package's own folder: what comes after the last `node_modules`. */
const PACKAGE = /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/;

function notice(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as About;
  const file = readdirSync(folder).find((it) => /^licen[cs]e/i.test(it));
  const text = file === undefined ? `Licence: ${about.license}` : readFileSync(join(folder, file), "utf8").trim();
  return `${about.name} ${about.version}\n\n${text}\n`;
}

/** What each published package says of itself. */
interface About {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}
