import { expect, test } from "vitest";
import type { Middleware } from "../../../templates/runtime/middleware.js";
import { failureOf, invoke } from "../support/operation.js";
import { json, serve } from "../support/server.js";

/** As much of a tracer as OpenTelemetry's has. */
interface Tracer {
  startSpan(name: string, attributes: Attributes): Span;
}
interface Span {
  readonly traceparent: string;
  setAttribute(name: string, value: string | number): void;
  fail(message: string): void;
  end(): void;
}
type Attributes = Readonly<Record<string, string | number>>;

/** A span an attempt, by the conventions of OpenTelemetry: named by the route, so that a trace holds no parameter. */
const tracing =
  (tracer: Tracer): Middleware =>
  async (request, next, { operation, method, path, retry }) => {
    const span = tracer.startSpan(`${method} ${path}`, {
      "rpc.method": operation,
      "http.request.method": method,
      "url.template": path,
      ...(retry > 0 && { "http.request.resend_count": retry }),
    });
    const traced = new Request(request);
    traced.headers.set("traceparent", span.traceparent);
    try {
      const response = await next(traced);
      span.setAttribute("http.response.status_code", response.status);
      if (!response.ok) span.fail(String(response.status));
      return response;
    } catch (error) {
      span.fail(error instanceof Error ? error.name : "unknown");
      throw error;
    } finally {
      span.end();
    }
  };

/** A tracer that writes down what it is told. */
function recordingTracer(): Tracer & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  return {
    lines,
    startSpan(name, attributes) {
      lines.push(`start ${name} ${JSON.stringify(attributes)}`);
      return {
        traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01`,
        setAttribute: (key, value) => void lines.push(`${key} ${value}`),
        fail: (message) => void lines.push(`fail ${message}`),
        end: () => void lines.push("end"),
      };
    },
  };
}

test("each attempt of a call is a span, which the server hears of", async () => {
  const server = await serve(json({}, 503, { "retry-after": "0" }), json("here"));
  const tracer = recordingTracer();
  const spec = { path: "/pets/{id}", method: "PUT" };
  await invoke(server.url, spec, { path: { id: "secret" } }, {}, { middleware: [tracing(tracer)] });
  const common = `"rpc.method":"Try","http.request.method":"PUT","url.template":"/pets/{id}"`;
  expect(tracer.lines).toEqual([
    `start PUT /pets/{id} {${common}}`,
    "http.response.status_code 503",
    "fail 503",
    "end",
    `start PUT /pets/{id} {${common},"http.request.resend_count":1}`,
    "http.response.status_code 200",
    "end",
  ]);
  expect(server.seen.map((it) => it.headers["traceparent"])).toEqual(
    Array(2).fill(expect.stringMatching(/^00-a+-b+-01$/)),
  );
});

test("a lost connection ends its span, too", async () => {
  const server = await serve((_, response) => void response.destroy());
  const tracer = recordingTracer();
  await failureOf(invoke(server.url, {}, {}, { maxRetries: 0 }, { middleware: [tracing(tracer)] }));
  expect(tracer.lines.slice(1)).toEqual(["fail ConnectionError", "end"]);
});
