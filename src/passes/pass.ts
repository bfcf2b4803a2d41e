import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Api, TypeId } from "../ir/types.js";
import type { Remember } from "../memo/memo.js";
import type { DeepObjectArrays } from "./deep-object-arrays.js";
import type { DeleteForms } from "./delete-forms.js";
import type { EnumStyle } from "./enums.js";
import type { DecimalStyle, Int64Style } from "./exact-numbers.js";
import type { Filters } from "./filter/filters.js";
import type { Look } from "./inside.js";
import type { PaginationRule } from "./pagination/rule.js";

/** One change of the IR: pure, named, and of one idea. */
export interface Pass {
  readonly name: string;
  readonly run: (api: Api, options: PassOptions, diagnostics: Diagnostics, remember: Remember, look: Look) => Api;
}

/** What a user asked for that changes what the output covers. */
export interface PassOptions extends Filters {
  /** How lists are paged where it cannot be recognised; false where nothing is to be paged. */
  readonly pagination: false | readonly PaginationRule[];
  readonly enums: EnumStyle;
  readonly int64: Int64Style;
  readonly decimals: DecimalStyle;
  readonly deepObjectArrays: DeepObjectArrays;
  readonly deleteForms: DeleteForms;
  /** The ids of types whose names have to stay as long as something is at their place. */
  readonly keptTypes?: ReadonlySet<TypeId>;
}
