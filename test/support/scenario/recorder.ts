/** A `fetch` that sends nothing, answers 204, and writes down what it was given. */
export function recorder(): {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly requests: readonly string[];
} {
  const requests: string[] = [];
  return {
    requests,
    async fetch(request) {
      requests.push(await requestText(request));
      return new Response(null, { status: 204 });
    },
  };
}

/** A request as it would go over the wire (RFC 9112), with its whole URL; the random boundary of a multipart body is named. */
async function requestText(request: Request): Promise<string> {
  const headers = [...request.headers].map(([name, value]) => `${name}: ${value}`);
  const body = await request.text();
  const text = [`${request.method} ${request.url}`, ...headers, ...(body === "" ? [] : ["", body.trimEnd()])].join(
    "\n",
  );
  const boundary = /boundary=(\S+)/.exec(text)?.[1];
  return (boundary === undefined ? text : text.replaceAll(boundary, "BOUNDARY")).replaceAll("\r\n", "\n");
}
