// Runs the code of its argument with an operation to call, and prints the names of the rejections that nobody handled.
import { rolldown } from "rolldown";

const { byCursor, call, callPages, pathParams } = await bundled([
  "call.ts",
  "pages/by-cursor.ts",
  "pages/pages.ts",
  "params/path.ts",
]);

const unhandled = [];
process.on("unhandledRejection", (error) => unhandled.push(error.name));

/** Calls an operation that answers with this status, or loses its connection without one. */
function invoke(status, id = "x") {
  return call(clientOf(status), { id: "Try", method: "GET", path: "/{id}", params: [pathParams()] }, { path: { id } });
}

/** The same, of an operation that has pages. */
function list(status) {
  const pages = { items: ["data"], paging: byCursor({ from: ["next"], to: ["query", "cursor"] }) };
  return callPages(clientOf(status), { id: "Try", method: "GET", path: "/" }, pages);
}

function clientOf(status) {
  const fetch = async () => {
    if (status === undefined) throw new TypeError("fetch failed");
    return new Response("{}", { status, headers: { "content-type": "application/json" } });
  };
  return {
    servers: [{ url: "https://api.example.com" }],
    schemes: {},
    security: [],
    options: { fetch, maxRetries: 0 },
  };
}

/** What these files of the runtime export, from one bundle: an error's class must be the same in all. */
async function bundled(files) {
  const runtime = new URL("../../../templates/runtime/", import.meta.url).pathname;
  const bundle = await rolldown({
    input: "entry",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? id : undefined),
        load: (id) => (id === "entry" ? files.map((it) => `export * from "${runtime}${it}";`).join("\n") : undefined),
      },
    ],
    resolve: { extensionAlias: { ".js": [".ts"] } },
  });
  const { output } = await bundle.generate();
  await bundle.close();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

const AsyncFunction = (async () => {}).constructor;
await new AsyncFunction("invoke", "list", process.argv[2])(invoke, list);
await new Promise((resolve) => setTimeout(resolve, 50));
console.log(JSON.stringify(unhandled));
