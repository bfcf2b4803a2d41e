import { expect } from "vitest";
import { outcomeOf, diagnosticsText } from "./scenario/outcome.js";
import type { Expectation } from "./scenario/scenario.js";
import { generateSdk, type Sdk, type SdkOptions } from "./sdk.js";

/** What goes in: inputs by path, and what is asked of the run. */
export interface Spec {
  readonly inputs: Readonly<Record<string, string>>;
  /** Files beside the inputs, which these refer to. */
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: SdkOptions;
}

/**
 * The one door of the scenarios: generates and compares. What is said of diagnostics is all there is to be said: where
 * nothing is expected, none may be. Gives the SDK, for what can only be tried with it.
 */
export async function check({ inputs, files, options }: Spec, expected: readonly Expectation[]): Promise<Sdk> {
  const sdk = await generateSdk(inputs, options, files);
  for (const it of expected) {
    if (it.kind !== "usage" && it.kind !== "requests") expect(outcomeOf(sdk, it)).toBe(it.text);
  }
  if (!expected.some((it) => it.kind === "diagnostics")) expect(diagnosticsText(sdk)).toBe("");
  return sdk;
}
