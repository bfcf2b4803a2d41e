/** Words that cannot name a function in an ES module under strict mode (ECMA-262, section 12.7.2, and `await`). */
const KEYWORDS = `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected public return
  static super switch this throw true try typeof undefined var void while with yield`;

/** Types of TypeScript itself that cannot be declared again. */
const PREDEFINED = "any bigint boolean never number object string symbol undefined unknown void";

/** Globals that emitted code mentions, or that a reader would take a model of that name for. */
const GLOBALS = `AbortController AbortSignal Array ArrayBuffer AsyncIterable Awaited BigInt Blob Boolean Buffer Date Document Element Error Event
  EventTarget Exclude Extract File FormData Function Headers Infinity Intl Iterable Iterator JSON Map Math NaN Node NonNullable
  Number Object Omit Parameters Partial Pick Promise PromiseLike Proxy Range Readonly ReadableStream Record Reflect RegExp Request
  Required Response ReturnType Set String Symbol TypeError URL URLSearchParams Uint8Array WeakMap WeakRef WeakSet Window`;

/** What `index.ts` and the runtime export under these names in every SDK. */
const SDK = `AbortError ApiError ApiPromise Auth BasicCredential CallInfo CallOptions Client ClientCredentials ClientOptions ConnectionError Credential
  DecodeError EventStreamOptions ExactDecimal InputError Middleware PagePromise Result RetryPolicy SdkError Sendable ServerVariables TimeoutError WebhookPayloads WithResponse call client
  asStream clientCredentials createClient guardRedirects input isApiError options part`;

/** Names that nothing declared for an API may take. */
export const RESERVED: ReadonlySet<string> = new Set([KEYWORDS, PREDEFINED, GLOBALS, SDK].join(" ").split(/\s+/));
