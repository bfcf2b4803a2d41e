import { ConnectionError, SdkError } from "./errors.js";
import type { OperationSpec } from "./operation.js";

/** Does what needs the connection. What fails there is a `ConnectionError`, unless it says better what it is. */
export async function connected<T>(spec: OperationSpec, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof SdkError ? cause : new ConnectionError(spec, "the connection failed", { cause });
  }
}
