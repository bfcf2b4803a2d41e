import { describe, expect, test } from "vitest";
import { flags } from "../../../src/cli/flags.js";
import { program } from "../../support/program.js";

describe("--help", () => {
  test.each([[["--help"]], [["-h"]], [["generate", "--help"]], [["api.yaml", "-o", "out", "--help"]]])(
    "%j tells all that there is",
    async (args) => {
      const { code, stdout, stderr, host } = await program(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      for (const { name } of flags.filter((it) => it.verbs.includes("generate"))) expect(stdout).toContain(`--${name}`);
      for (const word of ["Usage", "Examples", "Exit codes", "Config file", "defineConfig"])
        expect(stdout).toContain(word);
      expect(Object.keys(host.texts())).toEqual(["/project/api.yaml"]);
    },
  );

  test("fits a terminal that is not narrow", async () => {
    const { stdout } = await program(["--help"]);
    expect(Math.max(...stdout.split("\n").map((it) => it.length))).toBeLessThanOrEqual(120);
  });

  test("of inspect tells its flags and stages", async () => {
    const { stdout } = await program(["inspect", "--help"]);
    for (const word of ["--stage", "document", "ir", "names"]) expect(stdout).toContain(word);
    expect(stdout).not.toContain("--force");
  });
});

test.each(["--version", "-v"])("%s prints the version alone", async (flag) => {
  expect(await program([flag])).toMatchObject({
    code: 0,
    stdout: "1.2.3\n",
    stderr: "",
  });
});
