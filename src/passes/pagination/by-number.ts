import type { NextPage, Path, Type } from "../../ir/types.js";
import type { Listing, RequestParam } from "./listing.js";
import { isOnly, moreIn, placeNamed } from "./places.js";

/** A number of items to leave out, beside one that says how many to give. */
export function byOffset(listing: Listing): NextPage | undefined {
  const param = numbered(listing, OFFSETS);
  if (param === undefined || !hasSize(listing)) return undefined;
  const start = fallbackOf(param) ?? 0;
  return { kind: "offset", to: toOf(param), start, ...endOf(listing, placeNamed(listing, TOTALS, "number")) };
}

/**
 * The number of a page, beside one that says how large a page is. Certain only where the description tells the number
 * of the first page, by the parameter's default or its minimum
 * (it is 0 as often as it is 1), or where each call has to say which page it wants.
 */
export function byPage(listing: Listing): NextPage | undefined {
  const param = numbered(listing, PAGES);
  if (param === undefined || !hasSize(listing)) return undefined;
  const { property } = param;
  const start = fallbackOf(param) ?? minimumOf(property.type) ?? (property.required ? 1 : undefined);
  if (start === undefined) return undefined;
  return { kind: "page", to: toOf(param), start, ...endOf(listing, placeNamed(listing, PAGE_COUNTS, "number")) };
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const OFFSETS = words("offset skip startat pageoffset");
const PAGES = words("page pagenumber pagenum pageno");
const SIZES = words("limit count pagesize perpage pagelimit size take top maxresults itemsperpage resultsperpage");
const TOTALS = words("total totalcount totalitems totalresults totalrecords totalelements");
const PAGE_COUNTS = words("totalpages pagecount lastpage");

/** The only parameter of these names that is a number. */
function numbered(listing: Listing, names: ReadonlySet<string>): RequestParam | undefined {
  const found = named(listing, names);
  return found.length === 1 ? found[0] : undefined;
}

const named = (listing: Listing, names: ReadonlySet<string>): readonly RequestParam[] =>
  listing.params.filter((it) => names.has(it.word) && isOnly(listing, it.property.type, "number"));

const hasSize = (listing: Listing): boolean => named(listing, SIZES).length > 0;

const fallbackOf = ({ property }: RequestParam): number | undefined => numberIn(property.fallback?.value);

const minimumOf = (type: Type): number | undefined =>
  numberIn(type.kind === "number" ? type.check?.minimum : undefined);

const numberIn = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

const toOf = ({ in: where, name }: RequestParam): { readonly in: RequestParam["in"]; readonly name: string } => ({
  in: where,
  name,
});

function endOf(listing: Listing, total: Path | undefined): { readonly more?: Path; readonly total?: Path } {
  const more = moreIn(listing);
  return { ...(more && { more }), ...(total && { total }) };
}
