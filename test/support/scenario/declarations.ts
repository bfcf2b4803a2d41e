import ts from "typescript";
import type { Sdk } from "../sdk.js";
import type { Address } from "./scenario.js";

/** The text at an address: declarations with their doc comments, or a whole file without its header. */
export function snippetAt({ files }: Sdk, { file, names }: Address): string {
  if (file !== undefined && names.length === 0) return body(existing(files[file], file));
  const places = file === undefined ? Object.keys(files).filter((it) => !it.startsWith("runtime/")) : [file];
  const found = new Map(places.flatMap((it) => [...declarationsIn(files[it] ?? "")]));
  return names.map((it) => existing(found.get(it), it)).join("\n\n");
}

function existing(text: string | undefined, name: string): string {
  if (text === undefined) throw new Error(`The output has no ${name}.`);
  return text;
}

const body = (text: string): string => text.replace(/^\/\/.*\n+/, "").trimEnd();

function declarationsIn(text: string): ReadonlyMap<string, string> {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ESNext);
  return new Map(
    source.statements.flatMap((it) =>
      isNamed(it) && it.name !== undefined
        ? [[it.name.text, text.slice(it.getStart(source, true), it.end)] as const]
        : [],
    ),
  );
}

type Named = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.FunctionDeclaration;
const isNamed = (it: ts.Statement): it is Named =>
  ts.isInterfaceDeclaration(it) || ts.isTypeAliasDeclaration(it) || ts.isFunctionDeclaration(it);
