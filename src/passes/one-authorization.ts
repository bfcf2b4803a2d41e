import type { Api, AuthScheme, Security } from "../ir/types.js";
import type { Pass } from "./pass.js";

/** A request has one header `Authorization`: of several credentials that an alternative asks for there, each one is enough. */
export const oneAuthorization: Pass = {
  name: "one authorization",
  run: (api) => {
    const ids = new Set(api.authSchemes.filter(isAuthorization).map(({ id }) => id));
    const apart = (security: Security): Security =>
      security.flatMap((all) => {
        const rivals = all.filter(({ scheme }) => ids.has(scheme));
        return rivals.length < 2 ? [all] : rivals.map((it) => all.filter((its) => its === it || !rivals.includes(its)));
      });
    const operations = api.operations.map((it) => (it.security ? { ...it, security: apart(it.security) } : it));
    return { ...api, security: apart(api.security), operations } satisfies Api;
  },
};

const isAuthorization = (it: AuthScheme): boolean =>
  it.kind === "apiKey" ? it.in === "header" && it.wireName.toLowerCase() === "authorization" : it.kind !== "mutualTLS";
