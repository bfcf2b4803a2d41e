import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { commandOf, type Command } from "./command.js";
import type { Verb } from "./flags.js";
import { generate } from "./generate.js";
import { type Screen, screenFor, type Streams } from "./screen.js";
import { progressOn } from "./show/progress.js";

/** 0: done. 1: an input, a setting or the output needs the user. 2: a bug of ours. */
export type ExitCode = 0 | 1 | 2;

/** The whole program: takes the arguments, prints, and gives the exit code. */
export async function cli(args: readonly string[], host: Host, streams: Streams): Promise<ExitCode> {
  try {
    const diagnostics = new Diagnostics();
    return (await perform(commandOf(args, diagnostics), diagnostics, host, streams)) ? 0 : 1;
  } catch (error) {
    const { showBug } = await import("./bug.js");
    showBug(error, args.includes("--json"), host, streams);
    return 2;
  }
}

async function perform(command: Command, diagnostics: Diagnostics, host: Host, streams: Streams): Promise<boolean> {
  const { switches, verb } = command;
  if (switches.has("help")) return help(command, streams);
  if (switches.has("version")) return told(`${host.version()}\n`, streams);
  const screen = screenFor(command, host, streams);
  if (verb !== "generate") return (await others[verb]())(command, host, screen, diagnostics);
  if (switches.has("watch") && switches.has("check"))
    diagnostics.report("cli/exclusive", undefined, { one: "--watch", other: "--check" });
  if (switches.has("watch") && command.affected !== undefined)
    diagnostics.report("cli/exclusive", undefined, { one: "--watch", other: "--affected" });
  if (switches.has("watch") && !diagnostics.failed) {
    const { watch } = await import("./watch.js");
    return watch(command, host, screen);
  }
  const progress = progressOn(screen.note, host);
  try {
    return await generate(command, host, screen, progress, diagnostics);
  } finally {
    progress.end();
  }
}

type Perform = (command: Command, host: Host, screen: Screen, diagnostics: Diagnostics) => Promise<boolean>;

/** Each is loaded where it is asked for. */
const others: Readonly<Record<Exclude<Verb, "generate">, () => Promise<Perform>>> = {
  inspect: async () => (await import("./inspect.js")).inspect,
  convert: async () => (await import("./convert.js")).convert,
  pull: async () => (await import("./pull.js")).pull,
  inputs: async () => (await import("./inputs.js")).inputs,
  init: async () => (await import("./init.js")).init,
};

async function help({ verb }: Command, streams: Streams): Promise<true> {
  const { helpOf } = await import("./help.js");
  return told(helpOf(verb), streams);
}

function told(text: string, streams: Streams): true {
  streams.stdout(text);
  return true;
}
