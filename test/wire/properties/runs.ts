/** The same values in each run, so that no build fails by chance; `SEED=7 npx vitest …` tries others. */
export const runs = { seed: Number(process.env["SEED"] ?? 1) } as const;
