/**
 * A description may be abbreviated to what its scenario is about. What every description has is added at its end, so
 * that the lines keep their numbers.
 */
export function completed(language: string, text: string): string {
  if (language !== "yaml") return `${text}\n`;
  const missing = REQUIRED.filter(([key]) => !new RegExp(`^(${key})\\s*:`, "m").test(text));
  return [text, ...missing.map(([, lines]) => lines), ""].join("\n");
}

const REQUIRED: readonly (readonly [keys: string, lines: string])[] = [
  ["openapi|swagger", `openapi: "3.1.1"`],
  ["info", `info:\n  title: Test\n  version: "1"`],
  ["servers|swagger", "servers: [{ url: https://api.example.com }]"],
  ["paths", "paths: {}"],
];
