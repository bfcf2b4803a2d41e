import { describe, expect, test } from "vitest";
import { showDiagnostic } from "../../../src/cli/show/diagnostic.js";
import { showDiagnostics } from "../../../src/cli/show/diagnostics.js";
import { showAnnotations } from "../../../src/cli/show/github.js";
import { plain } from "../../../src/cli/show/paint.js";
import { progressOn } from "../../../src/cli/show/progress.js";
import type { Severity, Target } from "../../../src/diagnostics/diagnostics.js";
import { locate, type Located } from "../../../src/pipeline/located.js";
import type { Source } from "../../../src/read/source.js";
import { memoryHost } from "../../support/memory-host.js";

/** A diagnostic that points at a word of a text. */
function pointAt(text: string, word: string, more: Partial<Located> = {}): Located {
  const start = text.indexOf(word);
  const source: Source = {
    index: 0,
    path: "api.yaml",
    text,
    value: undefined,
    locate: () => ({ start, end: start + word.length }),
    written: () => word,
  };
  const target: Target = { source: 0, pointer: "/a" };
  const [located] = locate(
    [
      {
        code: "ref/not-found",
        severity: "error",
        message: "Wrong.",
        help: "Mend it.",
        target,
        related: [{ message: "The other one.", target }],
      },
    ],
    [source],
  );
  return { ...located, ...more } as Located;
}

const alone = (text: string, word: string): string => showDiagnostic(pointAt(text, word, { related: [] }), plain);

describe("a diagnostic shows", () => {
  test("what, where with a few lines, what belongs to it, and the next step", () => {
    expect(showDiagnostic(pointAt("one: 1\ntwo: 2\nthree: 3\nfour: 4\n", "three"), plain)).toBe(
      [
        "error ref/not-found: Wrong.",
        "  api.yaml:3:1 at /a",
        "  2 | two: 2",
        "  3 | three: 3",
        "    | ^^^^^",
        "  4 | four: 4",
        "  also: The other one.",
        "  api.yaml:3:1 at /a",
        "  2 | two: 2",
        "  3 | three: 3",
        "    | ^^^^^",
        "  4 | four: 4",
        "  help: Mend it.",
      ].join("\n"),
    );
  });

  test("line ends of Windows, tabs, and numbers that grow by a digit", () => {
    const text = `${"x\r\n".repeat(8)}\tnine\r\n\tten: wrong\r\neleven`;
    expect(alone(text, "wrong").split("\n").slice(2, 6)).toEqual([
      "   9 |  nine",
      "  10 |  ten: wrong",
      "     |       ^^^^^",
      "  11 | eleven",
    ]);
  });

  test("the part of a long line that matters", () => {
    const line = `${"a".repeat(5000)}WRONG${"b".repeat(5000)}`;
    const [, , shown = "", caret = ""] = alone(line, "WRONG").split("\n");
    expect(shown.length).toBeLessThan(120);
    expect(shown.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("WRONG");
    expect(shown).toMatch(/^ {2}1 \| …a+WRONGb+…$/);
  });

  test("the end of a long line", () => {
    const [, , shown = "", caret = ""] = alone(`${"a".repeat(5000)}WRONG`, "WRONG").split("\n");
    expect(shown.slice(caret.indexOf("^"))).toBe("WRONG");
    expect(shown).toMatch(/^ {2}1 \| …a{94}WRONG$/);
  });

  test("a value over many lines by its first one", () => {
    expect(alone("a: {\n  b: 1\n}\n", "{\n  b: 1\n}")).toContain("  1 | a: {\n    |    ^\n  2 |   b: 1");
  });

  test("the end of the text", () => {
    const text = "a: 1\n";
    const source: Source = {
      index: 0,
      path: "p",
      text,
      value: 0,
      locate: () => ({ start: 0, end: 0 }),
      written: () => "",
    };
    const target: Target = {
      source: 0,
      pointer: "",
      range: { start: text.length, end: text.length },
    };
    const [it] = locate(
      [
        {
          code: "ref/not-found",
          severity: "error",
          message: "m",
          help: "h",
          target,
          related: [],
        },
      ],
      [source],
    );
    expect(it?.place?.start).toEqual({ line: 2, column: 1 });
    expect(showDiagnostic(it as Located, plain)).toContain("  2 |\n    | ^");
  });

  test("nothing that would steer a terminal", () => {
    const shown = showDiagnostic(
      pointAt("a: \u001b[2Jevil \u202e", "evil", {
        message: "\u001b]0;x\u0007",
      }),
      plain,
    );
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test("in a line or two what only informs", () => {
    expect(showDiagnostic(pointAt("a: 1", "a", { severity: "info" }), plain)).toBe(
      "info ref/not-found: Wrong.\n  api.yaml:1:1 at /a",
    );
  });
});

describe("many diagnostics", () => {
  const of = (code: string, severity: Severity, message: string): Located => ({
    code,
    severity,
    message,
    help: "H.",
    related: [],
  });

  test("of one code are shown a few at a time, and counted", () => {
    const shown = showDiagnostics(
      Array.from({ length: 9 }, (_, i) => of("a/b", "warning", `number ${i}`)),
      plain,
    );
    expect(shown.match(/number/g)).toHaveLength(3);
    expect(shown).toContain("... and 6 more a/b (--json has all of them)");
  });

  test("end with the errors", () => {
    const shown = showDiagnostics([of("a/e", "error", "E"), of("a/w", "warning", "W"), of("a/i", "info", "I")], plain);
    expect(shown.match(/(error|warning|info) a/g)).toEqual(["info a", "warning a", "error a"]);
  });
});

describe("annotations", () => {
  const host = memoryHost({
    cwd: "/repo/packages/a",
    env: { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: "/repo" },
  });

  test("name the file from the root of the repository", () => {
    expect(showAnnotations([pointAt("a: wrong", "wrong")], host)).toBe(
      "::error file=packages/a/api.yaml,line=1,endLine=1,col=4,endColumn=9,title=ref/not-found::Wrong. Mend it.\n",
    );
  });

  test("cannot be turned into other commands by what an input says", () => {
    const { place: _, ...bare } = pointAt("a", "a", {
      severity: "info",
      message: "100%\n::stop-commands::x",
    });
    expect(showAnnotations([bare], host)).toBe("::notice title=ref/not-found::100%25%0A::stop-commands::x Mend it.\n");
  });

  test("the first few of each code", () => {
    const [one, other] = [pointAt("a: wrong", "wrong"), pointAt("a: wrong", "wrong", { code: "ref/other" })];
    const lines = showAnnotations([one, one, one, one, other, one], host).trim().split("\n");
    expect(lines.map((it) => /title=([^:]*)/.exec(it)?.[1])).toEqual([...Array(3).fill(one.code), "ref/other"]);
  });
});

describe("progress", () => {
  /** What is printed when a stage begins after so many milliseconds. */
  function shownAfter(ms: number, env: Readonly<Record<string, string>> = {}, isTTY = true): string {
    let [now, out] = [0, ""];
    const progress = progressOn((text) => void (out += text), {
      ...memoryHost({ env, isTTY }),
      now: () => now,
    });
    now = ms;
    progress.stage("emit");
    progress.end();
    return out;
  }

  test("is for long work on a terminal, and leaves no trace", () => {
    expect(shownAfter(2000)).toBe("\r\u001b[2Ksdkwright: emit ...\r\u001b[2K");
    expect(shownAfter(10)).toBe("");
    expect(shownAfter(2000, {}, false)).toBe("");
    expect(shownAfter(2000, { CI: "true" })).toBe("");
  });
});
