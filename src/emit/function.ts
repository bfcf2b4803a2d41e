import type { WriterFunction } from "ts-morph";

export interface FunctionText {
  /** A doc comment with its line end, or nothing. */
  readonly comment: string;
  readonly name: string;
  /** Each as `name: Type`, with `?` or an initializer where it has one. */
  readonly parameters: readonly string[];
  readonly returnType: string;
  readonly body: string;
}

const LINE = 100;

/** An exported function. Its signature takes a line a parameter where it is long, for which a structure has no way. */
export const functionDeclaration =
  ({ comment, name, parameters, returnType, body }: FunctionText): WriterFunction =>
  (writer) => {
    const signature = `export function ${name}(${parameters.join(", ")}): ${returnType}`;
    writer.write(comment);
    if (signature.length <= LINE) {
      writer.write(signature);
    } else {
      writer.write(`export function ${name}(`).newLine();
      writer.indent(() => parameters.forEach((it) => writer.writeLine(`${it},`)));
      writer.write(`): ${returnType}`);
    }
    writer.space().block(() => writer.write(body));
  };

/** A generic type with its arguments, which take a line each where they are long. */
export function generic(name: string, types: readonly string[]): string {
  const line = `${name}<${types.join(", ")}>`;
  return line.length <= LINE - 5 ? line : `${name}<\n  ${types.join(",\n  ")}\n>`;
}
