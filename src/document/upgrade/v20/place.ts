import type { Cursor } from "../../cursor.js";

/** Where a parameter of 2.0 stands: path, query, header, formData or body, whatever case its author wrote it in. */
export function placeOf(parameter: Cursor | undefined): string | undefined {
  const place = parameter?.text("in")?.toLowerCase();
  return place === "formdata" || place === "form" ? "formData" : place;
}
