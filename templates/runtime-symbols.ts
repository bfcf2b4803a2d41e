import type { Exported } from "../src/names/names.js";

/** A symbol of the runtime, by its file there. */
export const runtimeExport = (file: string, name: string): Exported => ({ name, file: `runtime/${file}.ts` });

/** What emitted code mentions of the runtime everywhere. */
export const runtime = {
  call: runtimeExport("call", "call"),
  callPages: runtimeExport("pages/pages", "callPages"),
  withHeaders: runtimeExport("response-headers/with-headers", "withHeaders"),
  withPageHeaders: runtimeExport("response-headers/with-page-headers", "withPageHeaders"),
  createClient: runtimeExport("client", "createClient"),
  ApiPromise: runtimeExport("api-promise", "ApiPromise"),
  PagePromise: runtimeExport("pages/pages", "PagePromise"),
  CallOptions: runtimeExport("client", "CallOptions"),
  EventStreamOptions: runtimeExport("streams/event-stream", "EventStreamOptions"),
  Client: runtimeExport("client", "Client"),
  ClientOptions: runtimeExport("client", "ClientOptions"),
  Credential: runtimeExport("auth", "Credential"),
  Sendable: runtimeExport("sendable", "Sendable"),
  Bytes: runtimeExport("bytes-body", "Bytes"),
  Parts: runtimeExport("part", "Parts"),
  BasicCredential: runtimeExport("auth", "BasicCredential"),
} as const;
