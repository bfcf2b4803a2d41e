import { describe, expect, test } from "vitest";
import { tinySpec } from "../support/program.js";
import { broken, brokenAt, more, run, watched } from "./support/bundled-app.js";

const packages = { esbuild: "0.28.2" };
const options = `const options = {
  entryPoints: ["src/main.ts"], outdir: "dist", bundle: true, format: "esm", logLevel: "silent", plugins: [plugin] };`;
/** What a build comes to: our first error with its place, or the operations that are in the bundle. */
const said = `
  function textOf({ errors }) {
    const error = errors.find((it) => it.pluginName === "sdkwright") ?? errors[0];
    if (error === undefined) return "ok " + readFileSync("dist/main.js", "utf8").match(/list\\w+/g).join(" ");
    const { text, notes, location: { file, line, column, lineText } } = error;
    return [file, line, text, lineText.slice(column), notes[0]?.text].join(" | ");
  }`;
const once = `${options}${said}
  console.log(textOf(await bundler.build(options).catch((it) => it)));`;

describe("esbuild", { timeout: 60_000 }, () => {
  test("has the SDK before it looks for modules", async () => {
    const { stdout, stderr, app } = await run("esbuild", packages, tinySpec, once);
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/^ok .*listPets/), stderr: "" });
    expect(await app()).toContain("listPets");
  });

  test("is no reason for a warning", async () => {
    const main = `${options}
      const { warnings } = await bundler.build(options);
      const broken = { ...options, entryPoints: ["src/none.ts"] };
      const { errors } = await bundler.build(broken).catch((it) => it);
      console.log(JSON.stringify({ warnings, errors: errors.map((it) => it.text) }));`;
    const { stdout } = await run("esbuild", packages, tinySpec, main);
    expect(JSON.parse(stdout)).toEqual({ warnings: [], errors: ['Could not resolve "src/none.ts"'] });
  });

  test("has an error with a place", async () => {
    const { stdout } = await run("esbuild", packages, broken, once);
    expect(stdout).toMatch(
      new RegExp(`^api\\.yaml \\| ${brokenAt} \\| This is not YAML[^|]* \\| operationId: again \\| Correct`),
    );
  });

  test("follows the description and all that it refers to while it watches", async () => {
    const parts = tinySpec.replace("type: string", '$ref: "parts.yaml#/Name"');
    const steps = [
      { write: broken, until: /^api\.yaml .*This is not YAML/ },
      { write: more, until: /^ok .*listAllOwners/ },
      // The memory of the runs before is of no harm.
      { write: tinySpec, until: /^ok .*listOwners/ },
      { write: parts, until: /parts\.yaml.* cannot be read/ },
    ];
    const end = `{
      // The file that was missing.
      writeFileSync("parts.yaml", "Name: { type: string }\\n");
      steps.push([/^ok /, ""]);
      await new Promise((resolve) => (done = resolve));
      await context.dispose();
    }`;
    const main = `${options}${said}
      let done;
      ${watched(/^ok .*listPets/, steps, end)}
      const told = { name: "told", setup: (build) => build.onEnd((it) => { if (done && textOf(it).startsWith("ok ")) { console.log("mended"); done(); } else void came(textOf(it)); }) };
      const context = await bundler.context({ ...options, plugins: [plugin, told] });
      await context.watch();`;
    const { code, stdout, stderr } = await run("esbuild", packages, tinySpec, main);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^ok .*\n.*This is not YAML.*\nok .*listAllOwners.*\nok .*listOwners.*\n.*parts\.yaml.*\nmended\n$/,
    );
  });
});
