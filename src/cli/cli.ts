import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { commandOf, type Command } from "./command.js";
import { generate } from "./generate.js";
import { screenFor, type Streams } from "./screen.js";
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
  if (verb === "inspect") {
    const { inspect } = await import("./inspect.js");
    return inspect(command, host, screen, diagnostics);
  }
  if (verb === "convert") {
    const { convert } = await import("./convert.js");
    return convert(command, host, screen, diagnostics);
  }
  if (verb === "init") {
    const { init } = await import("./init.js");
    return init(command, host, screen, diagnostics);
  }
  if (verb === "inputs") {
    const { inputs } = await import("./inputs.js");
    return inputs(command, host, screen, diagnostics);
  }
  if (verb === "pull") {
    const { pull } = await import("./pull.js");
    return pull(command, host, screen, diagnostics);
  }
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

async function help({ verb }: Command, streams: Streams): Promise<true> {
  const { helpOf } = await import("./help.js");
  return told(helpOf(verb), streams);
}

function told(text: string, streams: Streams): true {
  streams.stdout(text);
  return true;
}
