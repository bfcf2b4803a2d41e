import { comment } from "../src/emit/comment.js";
import { FileScope } from "../src/emit/file-scope.js";
import { TOP } from "../src/emit/text.js";
import type { Template } from "../src/emit/template.js";
import type { Alias } from "../src/names/names.js";

/** `renamed.ts`: the names that things had before, for those who still write them. */
export const renamed: Template = {
  name: "renamed",
  emit: ({ names: { aliases }, print }) => {
    const [first] = aliases;
    if (first === undefined) return [];
    const file = new FileScope(
      first.file,
      aliases.map((it) => it.name),
    );
    return [print(file.finish(aliases.map((it) => aliasText(it, file))))];
  },
};

function aliasText({ name, of, kind }: Alias, file: FileScope): string {
  const target = kind === "type" ? file.type(of) : file.value(of);
  const type = `export type ${name} = ${target};`;
  const value = `export const ${name}: typeof ${target} = ${target};`;
  const doc = comment({}, TOP, [`@deprecated It is called {@link ${target}} now.`]);
  return { type: doc + type, function: doc + value, enum: `${doc}${value}\n${doc}${type}` }[kind];
}
