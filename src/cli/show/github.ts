import { relative, resolve } from "node:path";
import type { Severity } from "../../diagnostics/diagnostics.js";
import type { Host } from "../../pipeline/host.js";
import type { Located, Place } from "../../pipeline/located.js";
import { firstOfEach } from "./few.js";

/**
 * Diagnostics as annotations of a GitHub Actions run; nothing elsewhere. GitHub shows ten of a severity for each step, so
 * many of one code must not hide the others.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function showAnnotations(diagnostics: readonly Located[], host: Host): string {
  if (host.env["GITHUB_ACTIONS"] !== "true") return "";
  return firstOfEach(diagnostics)
    .map((it) => annotation(it, host))
    .join("");
}

function annotation({ code, severity, message, help, place }: Located, host: Host): string {
  const properties = Object.entries({ ...placeProperties(place, host), title: code });
  const shown = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${commands[severity]} ${shown}::${escapeData(`${message} ${help}`)}\n`;
}

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function placeProperties(place: Place | undefined, host: Host): object {
  if (place === undefined) return {};
  const { start, end } = place;
  const file = relative(host.env["GITHUB_WORKSPACE"] ?? host.cwd, resolve(host.cwd, place.path)).replaceAll("\\", "/");
  // Columns are only understood where both are on one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return { file, line: start.line, endLine: end.line, ...columns };
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
