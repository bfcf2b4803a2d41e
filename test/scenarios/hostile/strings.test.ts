import { beforeAll, describe, expect, test } from "vitest";
import { build, type Built } from "../../support/build.js";
import { footprint } from "../../support/footprint.js";
import { generateSdk, type Sdk } from "../../support/sdk.js";

/** Strings that would do something if they reached the output as they are. Each leaves a global behind where it is run. */
const HOSTILE = {
  "a double quote": `";globalThis.pwned=1;//`,
  "a single quote": `';globalThis.pwned=1;//`,
  "a backtick": "`;globalThis.pwned=1;//",
  "a substitution": "${globalThis.pwned=1}",
  "the end of a comment": "*/globalThis.pwned=1;/*",
  "the end of a comment, split": "*\n/globalThis.pwned=1;/*",
  "a line comment": "//\nglobalThis.pwned=1\n//",
  "a backslash": `\\";globalThis.pwned=1;//`,
  "a trailing backslash": "text\\",
  "a line separator": "a\u2028globalThis.pwned=1\u2029b",
  "a carriage return": "a\rglobalThis.pwned=1\r\nb",
  "a brace": "}globalThis.pwned=1;{",
  "an index": "]:1};globalThis.pwned=1;({[",
  "a tag": "<img src=x onerror=globalThis.pwned=1></p><script>globalThis.pwned=1</script>",
  "a doc tag": "@import globalThis {@link globalThis.pwned} @ts-nocheck",
  "a reference to types": `/// <reference path="/etc/passwd" />`,
  "a control character": "a\u0000\u0007\u001b[31mb",
  "half a character": "a\ud800b",
  nothing: "",
  "a space": " ",
  "a path": "../../../../tmp/pwned",
  "the prototype": "__proto__",
} as const;

/** A description that has the string wherever the author of a description may put one of his own. */
function description(text: string): object {
  const described = { summary: text, description: text, externalDocs: { url: text, description: text } };
  // What stands in a path between braces is the name of a parameter, which must then be declared.
  const segment = text.replaceAll(/[{}]/g, "");
  const parameter = (place: string) => ({
    name: `${place}${text}`,
    in: place,
    description: text,
    schema: { type: "string", default: text },
  });
  return {
    openapi: "3.1.1",
    info: { title: text, version: text, description: text },
    servers: [
      { url: `https://{${text}}/${text}`, variables: { [text]: { default: text, enum: [text], description: text } } },
    ],
    security: [{ [`key${text}`]: [text] }, { [`http${text}`]: [] }],
    tags: [{ name: text, description: text }],
    paths: {
      [`/a/${segment}`]: {
        get: {
          ...described,
          operationId: `get${text}`,
          tags: [text],
          parameters: ["query", "header", "cookie"].map(parameter),
          responses: {},
        },
        post: {
          ...described,
          servers: [{ url: text }],
          requestBody: {
            description: text,
            content: {
              [`application/json;${text}`]: { schema: { $ref: "#/components/schemas/Object" } },
              "multipart/form-data": {
                schema: { type: "object", properties: { [text]: { type: "string" } } },
                encoding: { [text]: { contentType: text } },
              },
            },
          },
          responses: { "200": { description: text, content: { [`text/${text}`]: {} } }, [`x${text}`]: {} },
        },
      },
    },
    components: {
      schemas: {
        [`Schema${text}`]: { ...described, enum: [text, `${text}2`] },
        Object: {
          title: text,
          type: "object",
          required: [text, `${text}3`],
          properties: {
            [text]: { const: text, description: text, default: text },
            format: { type: "string", format: text, pattern: text },
          },
          patternProperties: { [text]: { type: "string" } },
        },
        Union: {
          oneOf: [{ $ref: "#/components/schemas/Object" }],
          discriminator: { propertyName: text, mapping: { [text]: text } },
        },
      },
      securitySchemes: {
        [`key${text}`]: { type: "apiKey", in: "header", name: text, description: text },
        [`http${text}`]: { type: "http", scheme: text, description: text },
      },
    },
  };
}

describe("a hostile string is a string, wherever it stands", () => {
  const sdks = new Map<string, Sdk>();
  const names = Object.keys(HOSTILE).map((text, i) => [`sdk${i}`, text] as const);
  let built: Built;

  beforeAll(async () => {
    for (const [i, text] of Object.values(HOSTILE).entries()) {
      sdks.set(`sdk${i}`, await generateSdk({ "openapi.json": JSON.stringify(description(text)) }));
    }
    built = await build(new Map([...sdks].map(([name, { files }]) => [name, files])));
    return () => built.remove();
  });

  test.each(names)("%s compiles: %s", (name) => {
    expect(sdks.get(name)?.diagnostics.filter((it) => it.severity === "error")).toEqual([]);
    expect(built.errors.filter((it) => it.startsWith(`${name}/`))).toEqual([]);
  });

  test.each(names)("%s does nothing when it is imported: %s", async (name) => {
    const before = footprint();
    await import(`${built.urlOf(name)}/index.js`);
    expect(footprint()).toEqual(before);
  });

  test.each(names)("%s has its files where they belong: %s", (name) => {
    const paths = Object.keys(sdks.get(name)?.files ?? {});
    expect(
      paths.filter((it) => !/^(index|client|(operations|types|runtime)\/[\p{ID_Continue}/-]+)\.ts$/u.test(it)),
    ).toEqual([]);
  });
});
