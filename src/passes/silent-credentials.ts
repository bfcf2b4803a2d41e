import type { Api, Security } from "../ir/types.js";
import type { Pass } from "./pass.js";

/** A security scheme that nothing is sent for, such as mutual TLS or one that is not declared, is no condition of a call. */
export const silentCredentials: Pass = {
  name: "silent credentials",
  run: (api) => {
    const sent = new Set(api.authSchemes.flatMap((it) => (it.kind === "mutualTLS" ? [] : [it.id])));
    const audible = (security: Security): Security => security.map((all) => all.filter((it) => sent.has(it.scheme)));
    const operations = api.operations.map((it) => (it.security ? { ...it, security: audible(it.security) } : it));
    return { ...api, security: audible(api.security), operations } satisfies Api;
  },
};
