/** The target of a request as the pages print it, read as what it was made from. */
export interface Target {
  readonly path: string;
  readonly pathNames: readonly string[];
  readonly query: readonly QueryName[];
  /** What stood for the server before the path. */
  readonly prefix?: string;
  readonly backslashes: boolean;
}
export interface QueryName {
  readonly name: string;
  /** Marked with `*`: each item of a list is a parameter of its own (RFC 6570, section 2.4.2). */
  readonly explode: boolean;
}

/** `+{baseUrl}\v1\invoices\{invoice}{?limit,expand*}`: undefined when it is no path. */
export function parseTarget(text: string): Target | undefined {
  const [, prefix, written = "", query] = /^(\+?\{\+?baseUrl\})?([^?]*?)(?:\{\?([^}]*)\})?$/.exec(text) ?? [];
  if (!/^[\\/]/.test(written)) return undefined;
  const path = written.replaceAll("\\", "/");
  return {
    path,
    pathNames: [...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []),
    query: (query ?? "").split(",").filter(Boolean).map(parseName),
    ...(prefix && { prefix }),
    backslashes: written.includes("\\"),
  };
}

/**
 * The same with the separators that Markdown takes away: to it the backslash of `\\v1\\customers\\{customer}` only says
 * that the brace behind it is a brace, so all of a target's separators before a brace are lost together.
 */
export function restoreSeparators(target: Target): Target {
  if (!target.backslashes || target.path.includes("/{")) return target;
  return { ...target, path: target.path.replaceAll(/([^/])\{/g, "$1/{") };
}

function parseName(text: string): QueryName {
  const explode = text.endsWith("*");
  return { name: decoded(explode ? text.slice(0, -1) : text), explode };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
