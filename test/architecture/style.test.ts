import ts from "typescript";
import { describe, expect, test } from "vitest";
import { modulesIn } from "./modules.js";

const program = modulesIn("src", "templates").map((it) => ({ ...it, tokens: tokensOf(it.source) }));

/** What no file may hold, by the pattern that finds it in the text of its syntax, comments and strings left out. */
const forbidden: readonly { readonly what: string; readonly pattern: RegExp; readonly except?: RegExp }[] = [
  { what: "an order that depends on the locale", pattern: /\b(localeCompare|Intl|toLocale\w*)\b/ },
  { what: "the date", pattern: /\b(new Date|Date \. now)\b/, except: /^templates\/runtime\// },
  { what: "chance", pattern: /\bMath \. random\b/, except: /^templates\/runtime\/retry\.ts$/ },
  { what: "the type any", pattern: /(:|<|\bas) any\b/ },
  {
    what: "the process",
    pattern: /\bprocess \./,
    except: /^src\/(cli\/(process|bug|compiled)|pipeline\/(node-host|program-state|run-program|dialog))\.ts$/,
  },
  { what: "the console", pattern: /\bconsole \./ },
  { what: "code made of text", pattern: /\b(eval|new Function) \(/ },
];

describe("what the code is free of", () => {
  test.each(forbidden)("$what", ({ pattern, except }) => {
    const found = program.filter(({ path, tokens }) => except?.test(path) !== true && pattern.test(tokens));
    expect(found.map((it) => it.path)).toEqual([]);
  });

  test("state in modules", () => {
    const found = program.filter(({ source }) =>
      source.statements.some(
        (it) => ts.isVariableStatement(it) && (it.declarationList.flags & ts.NodeFlags.Const) === 0,
      ),
    );
    expect(found.map((it) => it.path)).toEqual([]);
  });

  test("files of more than one idea", () => {
    const long = program.filter(({ source }) => source.getLineStarts().length > 251);
    expect(long.map((it) => it.path)).toEqual([]);
  });
});

describe("the runtime of the output", () => {
  /** A bundler drops what is not called only where evaluating a module does nothing. */
  test("does nothing when it is imported", () => {
    const busy = modulesIn("templates/runtime").flatMap(({ path, source }) =>
      source.statements.filter((it) => !isDeclaration(it)).map((it) => `${path}: ${it.getText().slice(0, 60)}`),
    );
    expect(busy).toEqual([]);
  });
});

const isDeclaration = (it: ts.Statement): boolean =>
  ts.isImportDeclaration(it) ||
  ts.isExportDeclaration(it) ||
  ts.isInterfaceDeclaration(it) ||
  ts.isTypeAliasDeclaration(it) ||
  ts.isFunctionDeclaration(it) ||
  ts.isClassDeclaration(it) ||
  (ts.isVariableStatement(it) &&
    it.declarationList.declarations.every(({ initializer }) => initializer !== undefined && isPlain(initializer)));

/** An expression that calls nothing and reads no property, so that it cannot do anything. */
function isPlain(it: ts.Node): boolean {
  if (ts.isCallExpression(it) || ts.isNewExpression(it) || ts.isSpreadElement(it) || ts.isPropertyAccessExpression(it))
    return false;
  return ts.isFunctionLike(it) || it.getChildren().every(isPlain);
}

/** The tokens of a file with one space between two of them; of strings only the quotes are left. */
function tokensOf(source: ts.SourceFile): string {
  const tokens: string[] = [];
  const visit = (it: ts.Node): void => {
    if (ts.isStringLiteralLike(it)) tokens.push('""');
    else if (it.getChildCount(source) === 0) tokens.push(it.getText(source));
    else
      it.getChildren(source)
        .filter((child) => !ts.isJSDoc(child))
        .forEach(visit);
  };
  visit(source);
  return tokens.join(" ");
}
