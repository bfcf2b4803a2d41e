import { join, resolve } from "node:path";
import { absolute, isUrl, listOf } from "../config/absolute.js";
import { findConfig } from "../config/find.js";
import { expandInputs } from "../config/inputs.js";
import { locateSettings } from "../config/located.js";
import { select } from "../config/select.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { orNothing } from "../pipeline/failure.js";
import type { Host } from "../pipeline/host.js";
import { findDescriptions } from "../pipeline/init/descriptions.js";
import { setUp, type SetUp, type Setup } from "../pipeline/init/init.js";
import { readInput } from "../pipeline/inputs.js";
import { shownPath } from "../pipeline/paths.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { diagnosticJson } from "./show/json.js";
import { showFailed } from "./show/summary.js";

/** `sdkwright init`. Gives whether all went well. */
export async function init(command: Command, host: Host, screen: Screen, diagnostics: Diagnostics): Promise<boolean> {
  const existing = findConfig(host.cwd, host);
  const isHere = existing !== undefined && resolve(existing, "..") === resolve(host.cwd);
  const setup = diagnostics.failed
    ? undefined
    : isHere
      ? await setupOf(existing, command, host, diagnostics)
      : await chosen(command, host, screen, diagnostics);
  const done = setup === undefined ? [] : setUp(setup, host, diagnostics);
  const located = await locateSettings(diagnostics, isHere ? existing : undefined, host);
  const ok = setup !== undefined && !diagnostics.failed;
  const files = done.map(({ path, state }) => ({ path: shownPath(path, host), state }));
  if (screen.json) screen.object({ version: host.version(), ok, files, diagnostics: located.map(diagnosticJson) });
  await screen.diagnostics(located);
  if (ok) screen.result(told(done, isHere ? existing : undefined, host));
  else screen.note(diagnostics.failed ? showFailed(located, "write") : "Nothing was written.\n");
  return ok;
}

/** A config file that is there stays, and says where the outputs are. */
async function setupOf(
  config: string,
  { settings }: Command,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Setup | undefined> {
  const given = [...listOf(settings.input ?? []), ...(settings.output === undefined ? [] : [settings.output])];
  if (given.length > 0)
    diagnostics.report("init/config-kept", undefined, { path: shownPath(config, host), given: given.join(" and ") });
  const { projects } = await select({ settings: {}, config, projects: [] }, host, diagnostics);
  return diagnostics.failed ? undefined : { outputs: projects.flatMap((it) => it.settings.output ?? []) };
}

/** What flags say, else a person at the terminal, else what is found. Undefined where that is not enough, or the person leaves. */
async function chosen(
  { settings: { input, output } }: Command,
  host: Host,
  screen: Screen,
  diagnostics: Diagnostics,
): Promise<Setup | undefined> {
  const isAsked =
    host.isTTY.stdin && host.isTTY.stderr && !screen.json && !screen.quiet && (host.env["CI"] ?? "") === "";
  const dialog = isAsked ? await host.dialog() : undefined;
  const ask = async (question: string, usual: string): Promise<string | undefined> => {
    const answer = dialog === undefined ? "" : await dialog.ask(`${question}${usual && ` (${usual})`} `);
    return answer === "" ? usual : answer;
  };
  try {
    const from =
      input ?? (await ask("Which file or URL describes the API?", findDescriptions(host.cwd, host)[0] ?? ""));
    if (from === "") diagnostics.report("init/no-description", undefined, {});
    if (from === undefined || from === "" || !(await areThere(listOf(from), host, diagnostics))) return undefined;
    const to = output ?? (await ask("Into which folder does the SDK go?", usualOutput(host)));
    if (to === undefined) return undefined;
    const formats = hasPrettier(host) ? await ask("Format the SDK with your prettier?", "no") : "no";
    return formats === undefined ? undefined : newSetup(listOf(from), to, /^y/i.test(formats), host);
  } finally {
    dialog?.close();
  }
}

/** Whether there are the files that inputs name; says which are not. */
async function areThere(input: readonly string[], host: Host, diagnostics: Diagnostics): Promise<boolean> {
  const paths = await expandInputs(listOf(absolute({ input }, host.cwd).input ?? []), host, diagnostics);
  for (const it of paths) if (!isUrl(it)) readInput(it, host, diagnostics);
  return !diagnostics.failed;
}

const usualOutput = (host: Host): string => (host.stat(join(host.cwd, "src"))?.kind === "folder" ? "src/api" : "sdk");

const hasPrettier = (host: Host): boolean =>
  host.stat(join(host.cwd, "node_modules/prettier/package.json"))?.kind === "file";

function newSetup(inputs: readonly string[], output: string, formats: boolean, host: Host): Setup {
  const named = inputs.map((it) => JSON.stringify(isUrl(it) ? it : slashed(it)));
  const text = [
    'import { defineConfig } from "sdkwright";',
    "",
    "export default defineConfig({",
    `  input: ${named.length === 1 ? named[0] : `[${named.join(", ")}]`},`,
    `  output: ${JSON.stringify(slashed(output))},`,
    ...(formats ? ['  format: "prettier",'] : []),
    "});",
    "",
  ].join("\n");
  const path = join(host.cwd, "sdkwright.config.ts");
  return { config: { path, text }, outputs: [resolve(host.cwd, output)] };
}

const slashed = (path: string): string => path.replaceAll("\\", "/");

function told(done: readonly SetUp[], existing: string | undefined, host: Host): string {
  const kept = existing === undefined ? [] : [`kept    ${shownPath(existing, host)}`];
  const rows = done.map(({ path, state, note }) => {
    const shown = state === "same" ? "kept" : state;
    return `${shown.padEnd(7)} ${shownPath(path, host)}${note === "" ? "" : `: ${note}`}`;
  });
  return [...kept, ...rows, ...nextSteps(host), ""].join("\n");
}

function nextSteps(host: Host): readonly string[] {
  const manifest = Buffer.from(orNothing(() => host.readFile(join(host.cwd, "package.json"))) ?? []).toString("utf8");
  const installs = /"sdkwright"\s*:/.test(manifest) ? "" : "npm install --save-dev sdkwright, then ";
  // A script that was there may be another's.
  const isOurs = /"generate"\s*:\s*"[^"]*\bsdkwright\b/.test(manifest);
  return manifest === ""
    ? ["", "There is no package.json here, so no scripts were added. Next: npx sdkwright generate"]
    : ["", `Next: ${installs}${isOurs ? "npm run generate" : "npx sdkwright generate"}`];
}
