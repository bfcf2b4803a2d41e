import type { Outcomes } from "./program.js";

const sent = (method: string, url: string, rest: object): object => ({
  method,
  url,
  authorization: "Bearer token",
  accept: "application/json",
  body: "",
  ...rest,
});
const answered = (name: string, status: number, body: unknown): object => ({ name, status, body, requestId: "req_1" });

/** What comes of the program, wherever it runs. */
export const expected: Outcomes = {
  get: sent("GET", "/echo/a%2Fb%20%C3%BC?fields=x&fields=y%26z", { trace: "t 1" }),
  json: sent("POST", "/json", { contentType: "application/json", body: '{"text":"grüezi 🎉","list":[1,null]}' }),
  form: sent("POST", "/form", {
    contentType: "application/x-www-form-urlencoded",
    body: "items[0][price]=p%201&items[0][tags][0]=a&items[0][tags][1]=b&items[1][price]=p2",
  }),
  file: sent("POST", "/files", {
    contentType: "multipart/form-data; boundary=",
    body: ['name="name"', 'name="file"; filename="a b.bin"'],
  }),
  streamed: sent("POST", "/files", {
    contentType: "multipart/form-data; boundary=",
    body: ['name="name"', 'name="file"; filename="blob"'],
  }),
  bytes: { bytes: [0, 255, 10], type: "application/octet-stream" },
  text: "grüezi 🎉",
  missing: answered("ApiError", 404, { message: "no such thing" }),
  gateway: answered("ApiError", 502, "<h1>502</h1>"),
  blank: answered("DecodeError", 200, ""),
  broken: answered("DecodeError", 200, "{oops"),
  cut: { name: "ConnectionError" },
  refused: { name: "ConnectionError" },
  shown: false,
  late: { name: "TimeoutError" },
  stuck: { name: "TimeoutError" },
  aborted: { name: "AbortError" },
  abortedBefore: { name: "AbortError" },
  retried: { attempts: 3, keys: 1, long: true },
  lines: [{ text: "grüezi 🎉" }, { n: 2 }],
  events: [1, 2, 3].map((n) => ({ id: String(n), data: { n } })),
  closed: "closed",
  pages: [{ id: "1" }, { id: "2" }, { id: "3" }],
};
