import { decimalOf, type ExactDecimal } from "../exact-decimal.js";
import { number } from "./scalar.js";

/** A number, as an `ExactDecimal` where a number cannot hold its digits. */
export function decimal(given: string): number | ExactDecimal | undefined {
  return decimalOf(given) ?? number(given);
}
