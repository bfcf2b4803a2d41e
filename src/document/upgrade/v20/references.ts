import { append, tokensOf } from "../../../diagnostics/pointer.js";
import type { Cursor } from "../../cursor.js";
import { resolved } from "../../join/fact.js";
import { mediaTypes, orJson, type V20 } from "./context.js";
import { placeOf } from "./place.js";

/** A reference within 2.0 as one to the same node in 3.0; one to another file stays as it is. */
export function translated(ctx: V20, reference: string): string {
  if (!reference.startsWith("#/")) return reference;
  const moved = moveTokens(ctx, tokensOf(decoded(reference.slice(1))));
  return moved === undefined ? reference : `#${moved.reduce(append, "")}`;
}

/** Undefined where nothing moves. */
function moveTokens(ctx: V20, [first, ...rest]: readonly string[]): readonly string[] | undefined {
  switch (first) {
    case "definitions":
      return ["components", "schemas", ...rest];
    case "parameters":
      return moveParameter(ctx, rest);
    case "responses":
      return ["components", "responses", ...moveResponse(ctx, ctx.root, rest)];
    case "paths":
      return moveOperation(ctx, rest);
    default:
      return undefined;
  }
}

function moveParameter(ctx: V20, [name = "", ...rest]: readonly string[]): readonly string[] {
  const isBody = placeOf(ctx.root.get("parameters")?.get(name)) === "body";
  return isBody
    ? ["components", "requestBodies", name, ...moveSchema(ctx, ctx.root, "consumes", rest)]
    : ["components", "parameters", name, ...rest];
}

/** `[name, "schema", ...]` gives `[name, "content", <media type>, "schema", ...]`. */
const moveResponse = (ctx: V20, holder: Cursor, [name = "", ...rest]: readonly string[]): readonly string[] => [
  name,
  ...moveSchema(ctx, holder, "produces", rest),
];

function moveSchema(
  ctx: V20,
  holder: Cursor,
  key: "consumes" | "produces",
  rest: readonly string[],
): readonly string[] {
  const [mediaType = ""] = orJson(mediaTypes(ctx, holder, key));
  return rest[0] === "schema" ? ["content", mediaType, ...rest] : rest;
}

/** What stands in an operation; bundlers write such references. */
function moveOperation(ctx: V20, tokens: readonly string[]): readonly string[] | undefined {
  const [path = "", method = "", key, ...rest] = tokens;
  const operation = ctx.root.get("paths")?.get(path)?.get(method);
  if (operation === undefined) return undefined;
  const start = ["paths", path, method];
  if (key === "responses") return [...start, key, ...moveResponse(ctx, operation, rest)];
  if (key !== "parameters") return undefined;
  const [index = "", ...inner] = rest;
  const listed = operation.items("parameters");
  if (placeOf(resolved(listed[Number(index)] ?? operation)) === "body")
    return [...start, "requestBody", ...moveSchema(ctx, operation, "consumes", inner)];
  const before = listed.slice(0, Number(index)).filter((it) => isNamed(placeOf(resolved(it))));
  return [...start, key, String(before.length), ...inner];
}

const isNamed = (place: string | undefined): boolean => place !== "body" && place !== "formData";

/** RFC 6901, section 6: in a URI fragment a pointer is percent-encoded; one that is wrongly encoded is taken as it is. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
