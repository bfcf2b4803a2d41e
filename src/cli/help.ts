import { flags, type Flag, type Verb } from "./flags.js";

/** What `--help` prints for a verb. That of `generate`, which is the verb when none is given, is that of the program. */
export const helpOf = (verb: Verb): string => `${pages[verb]().trim()}\n`;

const overview = (): string => `
sdkwright turns the description of an HTTP API into a TypeScript SDK.

Usage
  sdkwright [generate] [input...] -o <dir>    make the SDK
  sdkwright inspect <input>                   show what an input says
  sdkwright convert <input...> [-o <file>]    write what the inputs say as one OpenAPI description
  sdkwright pull [input...]                   get the descriptions that are named by URL, and pin them
  sdkwright inputs [--json]                   list every file that a run reads
  sdkwright init [input...] [-o <dir>]        write a config file, npm scripts and a line for .gitattributes

Examples
  sdkwright api.yaml -o src/api               one description, one SDK
  sdkwright page.html api.yaml -o src/api     joined: the first wins, the second fills what is missing
  sdkwright pages/ api.yaml -o src/api        a folder of pages is one API
  sdkwright api.json -o src/api --operations GetUser,ListUsers
                                              only what you call
  sdkwright                                   as sdkwright.config.ts says, here or in a folder above
  sdkwright generate --check                  in CI: fail when the output is not what the inputs give
  sdkwright inspect api.yaml                  the operations that are in it

Inputs are OpenAPI 2.0 to 3.2 in JSON or YAML, and HTML pages that show or carry one. Only pull uses the network.
In the output folder only files that sdkwright wrote are changed or removed; their first line names it.

Flags of generate
${rows("generate")}

Config file
  // sdkwright.config.ts
  import { defineConfig } from "sdkwright";
  export default defineConfig({ input: "api.yaml", output: "src/api" });
  // or several: { projects: [{ name: "a", input: "a.yaml", output: "src/a" }, ...] }

Exit codes
  0  done
  1  an input, a setting or the output needs you; with --check: the output is out of date
  2  a bug of sdkwright

More: sdkwright inspect --help, sdkwright convert --help, sdkwright pull --help,
sdkwright inputs --help, sdkwright init --help
`;

const inspectPage = (): string => `
sdkwright inspect shows what sdkwright makes of an input, without writing anything.

Usage
  sdkwright inspect <input...> [--stage document|ir|names|sources|losses] [--json]

Examples
  sdkwright inspect api.yaml                      operations and counts
  sdkwright inspect api.yaml --stage names        what everything will be called
  sdkwright inspect api.yaml --stage ir --json --operations GetUser
                                                  all that is known of one operation
  sdkwright inspect page.html --stage document --json
                                                  what is understood of an HTML page, as OpenAPI
  sdkwright inspect page.html api.yaml --sources --strict
                                                  which input says what; fails where they contradict each other
  sdkwright inspect api.yaml --losses --strict    what no type or call says; fails where anything is lost

Stages
  document   all inputs as one OpenAPI description
  ir         operations and types, after every pass
  names      the function of each operation and the file that it is in
  sources    where each fact of an operation was written: + by another input than the operation, ! otherwise by another
  losses     what the SDK lacks of what the inputs say: types that are wider (up to unknown), and what is left out

Flags
${rows("inspect")}

Exit codes
  0  done
  1  an input or a setting needs you
  2  a bug of sdkwright
`;

const convertPage = (): string => `
sdkwright convert writes what the inputs say as one OpenAPI description: upgraded, joined, and valid.
What OpenAPI requires and no input tells stands in it empty, named by x-sdkwright-missing.

Usage
  sdkwright convert <input...> [-o <file>]

Examples
  sdkwright convert page.html -o openapi.yaml      the description of a documentation page
  sdkwright convert swagger.json -o openapi.json   an older description in the newest shape
  sdkwright convert page.html api.yaml             joined, printed as YAML

The format is that of the file's name; without a file YAML is printed.

Flags
${rows("convert")}

Exit codes
  0  done
  1  an input, a setting or the output needs you; with --check: the file is out of date
  2  a bug of sdkwright
`;

const pullPage = (): string => `
sdkwright pull gets the descriptions that inputs and references name by URL, and pins them.
They are written into sdkwright.remote beside the config file, their hashes into sdkwright.lock. Commit both:
every other command works with these copies and never asks the network.

Usage
  sdkwright pull [input...]

Flags
${rows("pull")}

Exit codes
  0  done
  1  an input, a setting or a server needs you; nothing was written
  2  a bug of sdkwright
`;

const inputsPage = (): string => `
sdkwright inputs lists every file that a run reads: the config file and what it imports, inputs, what they refer to,
overlays, copies of what is remote, sdkwright.lock, and prettier's configuration where it formats.
Paths are relative to the working directory, a line each; --json gives them by project, too.

Usage
  sdkwright inputs [input...] [--json]

Flags
${rows("inputs")}

Exit codes
  0  done
  1  an input or a setting needs you; the files that were found are listed
  2  a bug of sdkwright
`;

const initPage = (): string => `
sdkwright init sets a package up: it writes sdkwright.config.ts, adds the scripts generate and generate:check to
package.json, and marks the output as generated in .gitattributes. What is there already stays as it is.
What generate then writes is committed: the SDK, and sdkwright.lock beside the config file, by which no name in the SDK changes by itself.
At a terminal it asks what it is not told; elsewhere it takes the description that it finds.

Usage
  sdkwright init [input...] [-o <dir>]

Flags
${rows("init")}

Exit codes
  0  done
  1  there is no description here, or a file cannot be read or written
  2  a bug of sdkwright
`;

const pages: Readonly<Record<Verb, () => string>> = {
  generate: overview,
  inspect: inspectPage,
  convert: convertPage,
  pull: pullPage,
  inputs: inputsPage,
  init: initPage,
};

function rows(verb: Verb): string {
  const shown = flags.filter((it) => it.verbs.includes(verb)).map((it) => ({ head: headOf(it), help: it.help }));
  const width = Math.max(...shown.map((it) => it.head.length));
  return shown.map(({ head, help }) => `  ${head.padEnd(width)}  ${help}`).join("\n");
}

const headOf = ({ name, short, value, optional }: Flag): string =>
  `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : optional ? ` [${value}]` : ` <${value}>`}`;
