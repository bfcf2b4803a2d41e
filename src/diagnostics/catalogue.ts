import type { Loss, Severity } from "./diagnostics.js";
import type { Message } from "./message.js";
import { askedCodes } from "./catalogue/asked.js";
import { documentCodes } from "./catalogue/document.js";
import { lowerCodes } from "./catalogue/lower.js";
import { runCodes } from "./catalogue/run.js";
import { readCodes } from "./catalogue/read.js";
import { schemaCodes } from "./catalogue/schema.js";

/** What a code stands for. `help` is the user's next step; an entry without it does not compile. */
export interface Definition {
  readonly severity: Severity;
  /** What the SDK lacks of what the inputs say, where this is told; absent where nothing is lost. */
  readonly loss?: Loss;
  readonly message: Pick<Message, never>;
  readonly help: string;
}

/** Every diagnostic that there is. Codes are `<stage>/<what-is-wrong>`. */
export const catalogue = {
  ...readCodes,
  ...documentCodes,
  ...lowerCodes,
  ...schemaCodes,
  ...askedCodes,
  ...runCodes,
} as const;
