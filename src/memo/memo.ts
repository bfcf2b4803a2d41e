/** What a piece of work may ask of the rest of its stage, by name: such as the type that an id stands for. */
export type Answers = Readonly<Record<string, (question: never) => unknown>>;

/**
 * Does a piece of pure work, or gives what came of it before. `name` tells it from other pieces of its stage, `from` is all
 * that it is made from but for what it asks of `answers`, by the functions of the same names that it is handed.
 */
export type Remember = <A extends Answers, T>(
  name: string,
  from: readonly unknown[],
  answers: A,
  work: (ask: A) => T,
) => T;

/** For a run that is the only one. */
export const afresh: Remember = (_name, _from, answers, work) => work(answers);

interface Done {
  readonly from: readonly unknown[];
  readonly asked: readonly Asked[];
  readonly result: unknown;
}
interface Asked {
  readonly what: string;
  readonly question: unknown;
  readonly answer: unknown;
}

/**
 * What one stage did in its last run. Work is not done again where all that it was made from is the same, by identity, and
 * all that it asked has the same answers: so the result is that of doing it again, whatever else has changed. What a run
 * does not ask for is forgotten in the next.
 */
export class Memo {
  #before: ReadonlyMap<string, Done> = new Map();
  #now = new Map<string, Done>();

  /** For a run that begins. */
  begin(): Remember {
    this.#before = this.#now;
    this.#now = new Map();
    return (name, from, answers, work) => {
      const known = this.#before.get(name);
      const done = known !== undefined && isStill(known, from, answers) ? known : doing(from, answers, work);
      this.#now.set(name, done);
      // The name tells the work, so this is what the work gives.
      return done.result as ReturnType<typeof work>;
    };
  }
}

const isStill = ({ from, asked }: Done, now: readonly unknown[], answers: Answers): boolean =>
  from.length === now.length &&
  from.every((it, i) => it === now[i]) &&
  // The question is one that this function was asked before.
  asked.every(({ what, question, answer }) => answers[what]?.(question as never) === answer);

function doing<A extends Answers>(from: readonly unknown[], answers: A, work: (ask: A) => unknown): Done {
  const asked = new Map<string, Map<unknown, unknown>>();
  const noting = Object.entries(answers).map(([what, answerTo]) => {
    const known = new Map<unknown, unknown>();
    asked.set(what, known);
    const ask = (question: never): unknown => {
      if (!known.has(question)) known.set(question, answerTo(question));
      return known.get(question);
    };
    return [what, ask] as const;
  });
  // The same functions, each taking note of what it is asked.
  const result = work(Object.fromEntries(noting) as unknown as A);
  return {
    from,
    asked: [...asked].flatMap(([what, known]) => [...known].map(([question, answer]) => ({ what, question, answer }))),
    result,
  };
}
