import { ConnectionError, type InputError, SdkError } from "./errors.js";
import type { OperationSpec } from "./operation.js";

/** Does some work, by default what needs the connection. What is thrown there becomes such an error, unless it says better what it is. */
export async function connected<T>(
  spec: OperationSpec,
  work: () => T | Promise<T>,
  Kind: typeof ConnectionError | typeof InputError = ConnectionError,
  problem = "the connection failed",
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof SdkError ? cause : new Kind(spec, problem, { cause });
  }
}
