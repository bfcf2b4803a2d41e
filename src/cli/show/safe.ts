/**
 * Text from an input as it may be printed: characters that steer a terminal, or turn the direction of writing so that
 * something else is read than is there, become dots.
 */
export const safe = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "·");
