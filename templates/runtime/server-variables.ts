import type { ServerSpec } from "./operation.js";
import { defined, own } from "./own.js";

/** A server whose URL has variables: those of the client, else these. */
export function serverWith(url: string, variables: Readonly<Record<string, string>>): ServerSpec {
  return {
    url,
    fill: ({ options }) => {
      const values = { ...variables, ...defined(options.server) };
      return url.replace(/\{([^{}]+)\}/g, (variable, name: string) => String(own(values, name) ?? variable));
    },
  };
}
