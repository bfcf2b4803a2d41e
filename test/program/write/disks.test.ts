import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtCli, runProcess } from "../../support/built.js";
import { tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

/** Runs a shell script where it may mount disks that nobody else sees: as root of namespaces of its own. */
const unshared = ["--user", "--map-root-user", "--mount", "sh", "-euc"];
const script = (text: string, cwd: string) =>
  runProcess("unshare", [...unshared, text, "sh", process.execPath, builtCli], cwd);
const canMount = spawnSync("unshare", [...unshared, "mount -t tmpfs none /mnt"]).status === 0;

/** What stands in the output, as one line. */
const sum = "find out -type f | sort | xargs cat | cksum";
const more = tinySpec.replace("operationId: listPets", "operationId: listAllPets");

// Systems that forbid namespaces are left to the tests of the write stage, which have a file system in memory.
describe.skipIf(!canMount)("on a disk of its own", () => {
  test("that is full, a run leaves the old output and says so", async () => {
    const folder = tempFolder({ "api.yaml": tinySpec, "more.yaml": more });
    mkdirSync(join(folder, "out"));
    const { code, stdout, stderr } = await script(
      `mount -t tmpfs -o size=256k none out
      "$1" "$2" api.yaml -o out --quiet
      before=$(${sum})
      head -c 1000000 /dev/zero > out/filler 2> /dev/null || true
      "$1" "$2" more.yaml -o out || echo "ended with $?"
      rm out/filler
      test "$before" = "$(${sum})" && echo whole
      "$1" "$2" api.yaml -o out --check --quiet && echo clean`,
      folder,
    );
    expect(stderr).toContain("error write/failed: out/");
    expect(stderr).toContain("the disk is full");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "ended with 1\nwhole\nclean\n" });
  });

  test("that cannot be written, a check works and a run says what is wrong", async () => {
    const folder = tempFolder({ "api.yaml": tinySpec, "more.yaml": more });
    const { code, stdout, stderr } = await script(
      `"$1" "$2" api.yaml -o out --quiet
      mount --bind . . && mount -o remount,bind,ro . && cd "$PWD"
      "$1" "$2" api.yaml -o out --check
      "$1" "$2" more.yaml -o out || echo "ended with $?"`,
      folder,
    );
    expect(stderr).toContain("the file system is read-only");
    expect(stdout).toMatch(/^out is up to date.*\nended with 1\n$/);
    expect(code).toBe(0);
  });
});
