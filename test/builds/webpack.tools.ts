import { describe, expect, test } from "vitest";
import { tinySpec } from "../support/program.js";
import { broken, brokenAt, more, run, watched } from "./support/bundled-app.js";

const bundlers = [
  {
    name: "webpack",
    packages: { webpack: "5.113.0", "ts-loader": "9.6.2", typescript: "5.9.3" },
    loader: '{ loader: "ts-loader", options: { transpileOnly: true } }',
  },
  { name: "@rspack/core", packages: { "@rspack/core": "2.3.3" }, loader: '"builtin:swc-loader"' },
];

describe.each(bundlers)("$name", { timeout: 120_000 }, ({ name, packages, loader }) => {
  const config = `
    const { default: make, rspack } = bundler;
    const compiler = (rspack ?? make)({
      mode: "development", devtool: false, target: "node20", context: process.cwd(), entry: "./src/main.ts",
      experiments: { outputModule: true },
      output: { path: process.cwd() + "/dist", filename: "main.js", module: true, chunkFormat: "module" },
      resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
      module: { rules: [{ test: /\\.ts$/, use: ${loader} }] },
      infrastructureLogging: { level: "none" },
      plugins: [plugin],
    });
    const said = (error, stats) => {
      if (error) return "failed " + error.stack;
      const { errors } = stats.toJson({ all: false, errors: true });
      return errors.map((it) => \`\${it.file} \${it.loc} \${it.message}\`).join("\\n") || "ok " + readFileSync("dist/main.js", "utf8").match(/list\\w+/g).join(" ");
    };`;
  const once = `${config}
    compiler.run((error, stats) => { console.log(said(error, stats)); compiler.close(() => {}); });`;

  test("has the SDK before it looks for modules", async () => {
    const { stdout, stderr, app } = await run(name, packages, tinySpec, once);
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/^ok .*listPets/), stderr: "" });
    expect(await app()).toContain("listPets");
  });

  test("has an error with a place, and nothing else of ours", async () => {
    const { stdout } = await run(name, packages, broken, once);
    expect(stdout).toMatch(new RegExp(`^api\\.yaml ${brokenAt}:\\d+(-\\d+)?\\s+(× )?This is not YAML`, "m"));
    expect(stdout).toContain(`${brokenAt} |       operationId: again`);
    expect(stdout).not.toMatch(/^\s+at /m);
  });

  test("follows the description while it watches, and builds nothing again for an SDK that stays the same", async () => {
    const steps = [
      { write: broken, until: /^api\.yaml .*This is not YAML/ },
      { write: more, until: /^ok .*listAllOwners/ },
      { write: tinySpec, until: /^ok .*listOwners/ },
    ];
    const end = `{
      const before = builds;
      writeFileSync("api.yaml", ${JSON.stringify(`# A comment.\n${tinySpec}`)});
      setTimeout(() => { console.log(builds - before); watching.close(() => {}); }, 1_500);
    }`;
    const main = `${config}${watched(/^ok .*listPets/, steps, end)}
      const watching = compiler.watch({ aggregateTimeout: 20 }, (error, stats) => came(said(error, stats)));`;
    const { code, stdout } = await run(name, packages, tinySpec, main);
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(/^ok .*\n[^]*This is not YAML[^]*\nok .*listAllOwners.*\nok .*listOwners.*\n0\n$/);
  });
});
