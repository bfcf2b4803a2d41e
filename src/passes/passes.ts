import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Api } from "../ir/types.js";
import { afresh, type Remember } from "../memo/memo.js";
import { aliasCycles } from "./alias-cycles.js";
import { bytesAsText } from "./bytes-as-text.js";
import { deepObjectArrays } from "./deep-object-arrays.js";
import { deleteForms } from "./delete-forms.js";
import { discriminate } from "./discriminate/discriminate.js";
import { enumerate, openEnums } from "./enums.js";
import { exactNumbers } from "./exact-numbers.js";
import { filter } from "./filter/filter.js";
import { hoist } from "./hoist/hoist.js";
import { Look } from "./inside.js";
import { oneAuthorization } from "./one-authorization.js";
import { pagination, paginationRules } from "./pagination/pagination.js";
import type { Pass, PassOptions } from "./pass.js";
import { silentCredentials } from "./silent-credentials.js";
import { views } from "./views/views.js";

/** In the order in which they run. */
const passes: readonly Pass[] = [
  paginationRules,
  openEnums,
  discriminate,
  filter,
  aliasCycles,
  bytesAsText,
  views,
  hoist,
  enumerate,
  pagination,
  exactNumbers,
  deepObjectArrays,
  deleteForms,
  silentCredentials,
  oneAuthorization,
];

export function runPasses(api: Api, options: PassOptions, diagnostics: Diagnostics, remember: Remember = afresh): Api {
  const look = new Look();
  return passes.reduce(
    (current, { name, run }) =>
      run(
        current,
        options,
        diagnostics,
        (part, from, answers, work) => remember(`${name} ${part}`, from, answers, work),
        look,
      ),
    api,
  );
}
