import { writeFileSync } from "node:fs";
import { stripeText } from "./stripe.js";
import { type Run, watching, type Watching } from "./watching.js";

interface Stripe {
  readonly paths: Record<string, Record<string, Record<string, unknown>>>;
  readonly components: {
    readonly schemas: Record<string, { description: string; readonly properties: Record<string, unknown> }>;
  };
}
export interface Edit {
  readonly what: string;
  /** Changes the description in place; `n` has not been used before. */
  readonly make: (description: Stripe, n: number) => void;
}

/** What a change may be of, from the least to the most. */
export const edits: readonly Edit[] = [
  {
    what: "a text",
    make: ({ components: { schemas } }, n) => (schemas["customer"]!.description = `Text ${n}.`),
  },
  {
    what: "a property",
    make: ({ components: { schemas } }, n) => (schemas["invoice"]!.properties[`added_${n}`] = { type: "string" }),
  },
  {
    what: "an operation",
    make: ({ paths }, n) => {
      const { post } = paths["/v1/invoices/{invoice}/send"]!;
      paths[`/v1/invoices/{invoice}/send_${n}`] = { post: { ...post, operationId: `SendInvoice${n}` } };
    },
  },
];

export interface Changed {
  readonly run: Run;
  /** From before the file was written until the program told of its run. */
  readonly ms: number;
  /** How many files of the output are others than before. */
  readonly files: number;
}

/** Stripe's description in a file, watched; `change` writes it with an edit and waits for the run. */
export async function editing(
  path: string,
  cwd: string,
  onEnd?: (end: () => void) => void,
): Promise<{ readonly program: Watching; readonly change: (edit: Edit) => Promise<Changed> }> {
  // The shape of Stripe's description is known.
  const description = JSON.parse(stripeText()) as Stripe;
  writeFileSync(path, JSON.stringify(description, null, 2));
  const program = watching([path, "-o", "out"], cwd, onEnd);
  await program.next();
  let n = 0;
  return {
    program,
    async change({ make }) {
      make(description, ++n);
      const text = JSON.stringify(description, null, 2);
      const start = performance.now();
      writeFileSync(path, text);
      const run = await program.next();
      const ms = performance.now() - start;
      if (!run.ok) throw new Error(JSON.stringify(run.diagnostics));
      return { run, ms, files: run.files.filter((it) => it.state !== "same").length };
    },
  };
}
