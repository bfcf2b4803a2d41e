import { list, object, type Placed, value } from "../../placed.js";
import type { Page } from "../page.js";
import { describeOperation } from "./describe-operation.js";
import { groupBy } from "./group-by.js";
import type { Shown, ShownOperation } from "./shown.js";

/** What a page shows, as an OpenAPI description; undefined, and said, where it shows no operation. What is missing is said. */
export function describe(page: Page, shown: Shown): Placed | undefined {
  const { openapi, title, version, server, schemas, types } = shown;
  const operations = withoutRepeats(shown.operations);
  if (operations.length === 0) {
    page.report("read/page-incomplete", page.start, { what: "an operation" });
    return undefined;
  }
  if (types.missed.length > 0) page.report("read/page-types", page.start, { names: types.missed.join(", ") });
  return object(page.start, {
    openapi: value(page.start, openapi),
    info: title && object(title.range, { title, version }),
    servers: server && list(server.range, [object(server.range, { url: server })]),
    paths: describePaths(page, operations),
    components:
      schemas.size === 0 ? undefined : object(page.start, { schemas: object(page.start, Object.fromEntries(schemas)) }),
  });
}

/** An operation of several tags stands under each of them. */
function withoutRepeats(operations: readonly ShownOperation[]): readonly ShownOperation[] {
  const byPlace = groupBy(operations, (it) => `${it.method} ${it.path}`);
  return [...byPlace.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : { ...first, tags: [...new Set([first, ...rest].flatMap((it) => it.tags))] },
  );
}

function describePaths(page: Page, operations: readonly ShownOperation[]): Placed {
  const paths = [...groupBy(operations, (it) => it.path)].map(([path, all]) => {
    const methods = all.map((it) => [it.method, describeOperation(page, it)] as const);
    return [path, object(all[0]?.range ?? page.start, Object.fromEntries(methods))] as const;
  });
  return object(page.start, Object.fromEntries(paths));
}
