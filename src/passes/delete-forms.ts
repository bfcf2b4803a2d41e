import type { Operation } from "../ir/types.js";
import type { Pass } from "./pass.js";

/** Where the form of a DELETE goes: into the body, as it is described, or into the query, since many servers read no body there. */
export type DeleteForms = "body" | "query";

/** The form of a DELETE is sent as the query. Where a call may choose another media type, it stays a body. */
export const deleteForms: Pass = {
  name: "delete forms",
  run: (api, { deleteForms: place }) =>
    place === "body" ? api : { ...api, operations: api.operations.map((it) => (isForm(it) ? queried(it) : it)) },
};

const isForm = ({ method, body }: Operation): boolean =>
  method === "DELETE" && body?.contents.length === 1 && body.contents.every(({ codec }) => codec === "form");

const queried = ({ body, ...operation }: Operation): Operation => ({
  ...operation,
  ...(body && { body: { ...body, in: "query" } }),
});
