import type { Range } from "../../../diagnostics/diagnostics.js";
import type { Types } from "./types.js";
import type { Placed } from "../../placed.js";

/** What a page shows of an API whose description it does not carry. A member is absent where the page does not tell it. */
export interface Shown {
  /** The version of OpenAPI that the schemas are of. */
  readonly openapi: "3.0.4" | "3.1.1";
  readonly title?: Placed | undefined;
  readonly version?: Placed | undefined;
  readonly server?: Placed | undefined;
  readonly operations: readonly ShownOperation[];
  /** By name. */
  readonly schemas: ReadonlyMap<string, Placed>;
  /** What was asked for schemas by name. */
  readonly types: Types;
}

export interface ShownOperation {
  readonly range: Range;
  /** As OpenAPI names it: lower case. */
  readonly method: string;
  readonly path: string;
  readonly id?: Placed | undefined;
  readonly summary?: Placed | undefined;
  readonly description?: Placed | undefined;
  readonly tags: readonly string[];
  readonly parameters: readonly ShownParameter[];
  readonly body?: ShownBody | undefined;
  readonly responses: readonly ShownResponse[];
}

export interface ShownParameter {
  readonly range: Range;
  readonly name: string;
  /** Absent where only the path can tell it. */
  readonly place?: string | undefined;
  readonly required: boolean;
  readonly description?: Placed | undefined;
  readonly schema?: Placed | undefined;
}

export interface ShownBody {
  readonly range: Range;
  readonly required?: boolean | undefined;
  readonly types: readonly string[];
  readonly schema?: Placed | undefined;
}

export interface ShownResponse {
  readonly range: Range;
  readonly code: string;
  readonly headers?: readonly ShownHeader[] | undefined;
  readonly description?: Placed | undefined;
  /** Whether the page says that the response has no content. */
  readonly empty?: boolean;
  readonly types: readonly string[];
  readonly schema?: Placed | undefined;
}

export interface ShownHeader {
  readonly range: Range;
  readonly name: string;
  readonly description?: Placed | undefined;
  /** Absent where the page does not tell its type: then it is one of any. */
  readonly schema?: Placed | undefined;
}
