/** What keeps a text from being JSON, and where. */
export interface SyntaxMistake {
  readonly offset: number;
  readonly reason: string;
}

/**
 * The first place where a text that `JSON.parse` refuses stops being JSON (RFC 8259). Nesting is kept in a list, so it
 * may be of any depth.
 */
export function findSyntaxError(text: string): SyntaxMistake {
  const closers: string[] = [];
  let state: State = "value";
  let at = 0;
  for (;;) {
    at = endOf(SPACE, text, at);
    if (at >= text.length || (state === "after" && closers.length === 0))
      return { offset: at, reason: endReason(text, at, state, closers) };
    const step = takeStep(text, at, state, closers);
    if ("reason" in step) return step;
    ({ at, state } = step);
  }
}

/** What may stand next. The `first` ones allow the container that was just opened to close. */
type State = "value" | "firstItem" | "key" | "firstKey" | "colon" | "after";
type Step = { readonly at: number; readonly state: State } | SyntaxMistake;

function takeStep(text: string, at: number, state: State, closers: string[]): Step {
  const char = text.charAt(at);
  const mayClose = state === "after" || state === "firstItem" || state === "firstKey";
  if (mayClose && char === closers.at(-1)) {
    closers.pop();
    return { at: at + 1, state: "after" };
  }
  switch (state) {
    case "value":
    case "firstItem":
      return takeValue(text, at, closers);
    case "key":
    case "firstKey":
      return char === '"'
        ? takeString(text, at, "colon")
        : { offset: at, reason: `a key in double quotes must stand here, not ${shown(text, at)}` };
    case "colon":
      return char === ":"
        ? { at: at + 1, state: "value" }
        : { offset: at, reason: `a colon must stand here, not ${shown(text, at)}` };
    case "after":
      if (char === ",") return { at: at + 1, state: closers.at(-1) === "}" ? "key" : "value" };
      return { offset: at, reason: `a comma or ${closers.at(-1)} must stand here, not ${shown(text, at)}` };
  }
}

function takeValue(text: string, at: number, closers: string[]): Step {
  const char = text.charAt(at);
  if (char === '"') return takeString(text, at, "after");
  if (char === "{" || char === "[") {
    closers.push(char === "{" ? "}" : "]");
    return { at: at + 1, state: char === "{" ? "firstKey" : "firstItem" };
  }
  const end = endOf(SCALAR, text, at);
  return end > at
    ? { at: end, state: "after" }
    : { offset: at, reason: `a value must stand here, not ${shown(text, at)}` };
}

function takeString(text: string, start: number, state: State): Step {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') return { at: at + 1, state };
    if (char < " ") return { offset: at, reason: "a line break or control character must be escaped in a string" };
    if (char !== "\\") continue;
    const end = endOf(ESCAPE, text, at);
    if (end === at) return { offset: at, reason: `there is no escape ${JSON.stringify(text.slice(at, at + 2))}` };
    at = end - 1;
  }
  return { offset: start, reason: "this string does not end" };
}

function endReason(text: string, at: number, state: State, closers: readonly string[]): string {
  if (at < text.length) return `nothing may follow the value, but here is ${shown(text, at)}`;
  const closer = closers.at(-1);
  return closer === undefined || state === "value" || state === "colon"
    ? "the text ends where a value must stand"
    : `the text ends where ${closer} must stand`;
}

const shown = (text: string, at: number): string =>
  text.charAt(at) === '"' ? "a string" : JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));

/** The offset behind what the sticky pattern matches at `at`; `at` itself where it does not match. */
function endOf(pattern: RegExp, text: string, at: number): number {
  const sticky = new RegExp(pattern.source, "y");
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

const SPACE = /[ \t\n\r]*/;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/;
