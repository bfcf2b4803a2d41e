/** How the pages of some operations follow each other, as a user says it where it cannot be recognised. */
export type PaginationRule = RuleScope & (PagedBy | { readonly by: "none" });

interface RuleScope {
  /** The operations that the rule is for, by `operationId`. Default: each that has all that the rule names. */
  readonly operations?: readonly string[];
}

/** A place in an answer: property names from the outside in, as a list or joined by dots (`meta.next`). */
export type RulePath = string | readonly string[];

export type PagedBy = {
  /** Where the items stand in an answer; `""` where it is the list. Default: the only list that it holds. */
  readonly items?: RulePath;
  /** Where an answer says whether there is another page. */
  readonly more?: RulePath;
} &
  /** `from`: the cursor of the next page. `param`: what takes it. */
  (
    | { readonly by: "cursor"; readonly from: RulePath; readonly param: string }
    /** `from`: what identifies an item, within it; default `id`. */
    | { readonly by: "lastItem"; readonly from?: RulePath; readonly param: string; readonly back?: string }
    /** `start`: the first offset, default 0. `total`: how many items there are. */
    | { readonly by: "offset"; readonly param: string; readonly start?: number; readonly total?: RulePath }
    /** `start`: the number of the first page, default 1. `total`: how many pages there are. */
    | { readonly by: "page"; readonly param: string; readonly start?: number; readonly total?: RulePath }
    /** `from`: the link to the next page. */
    | { readonly by: "link"; readonly from: RulePath }
    | { readonly by: "linkHeader" }
  );
