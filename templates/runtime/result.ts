/** The types of an answer, told apart by its status. */

/**
 * What `.result()` gives, for the responses of a description: their bodies by status, by range (`"4XX"`) and `default`.
 *
 * A range stands for those of its statuses that are not listed by themselves, `default` for all that are not listed, so
 * a comparison of `status` tells the body. Where a success is listed, `default` is about failures only. A failure of
 * which the description says nothing has an unknown body. `Described` are the headers that are described, in the same way.
 */
export type Result<Responses, Described = unknown> =
  | {
      [Key in keyof Responses]: Case<Covered<Key, keyof Responses>, Responses[Key]> & HeadersAt<Described, Key>;
    }[keyof Responses]
  | ("default" extends keyof Responses ? never : Case<Unlisted<keyof Responses>, unknown>);

export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly response: Response;
}

export interface Failure<Status extends number, Body> {
  readonly ok: false;
  readonly status: Status;
  readonly error: Body;
  readonly response: Response;
}

/** The headers that are described of successes. */
export type SuccessHeaders<Responses, Described> = [keyof Described] extends [never]
  ? unknown
  : HeadersOf<Extract<Result<Responses, Described>, { readonly ok: true; readonly headers: unknown }>>;

type HeadersOf<Cases extends { readonly headers: unknown }> = [Cases] extends [never]
  ? unknown
  : { readonly headers: Cases["headers"] };

type HeadersAt<Described, Key> = Key extends keyof Described ? { readonly headers: Described[Key] } : unknown;

/** A response that covers both, such as a lone `default`, is a case of each. */
type Case<Status extends number, Body> =
  | IfAny<Extract<Status, StatusIn<2>>, Success<Extract<Status, StatusIn<2>>, Body>>
  | IfAny<Exclude<Status, StatusIn<2>>, Failure<Exclude<Status, StatusIn<2>>, Body>>;

type IfAny<Status, Type> = [Status] extends [never] ? never : Type;

/** The statuses that one key of the responses stands for, beside the others. */
type Covered<Key, Keys> = Key extends number
  ? Key
  : Key extends `${infer First extends number}XX`
    ? Exclude<StatusIn<First>, Keys>
    : Key extends "default"
      ? Unlisted<Keys>
      : never;

/** The statuses that no key but `default` stands for; of the successes either some are listed or none is. */
type Unlisted<Keys> = Exclude<
  [Extract<Listed<Keys>, StatusIn<2>>] extends [never] ? StatusIn<2 | 3 | 4 | 5> : StatusIn<3 | 4 | 5>,
  Listed<Keys>
>;

type Listed<Keys> = Keys extends number
  ? Keys
  : Keys extends `${infer First extends number}XX`
    ? StatusIn<First>
    : never;

export type StatusIn<First extends number> = NumberIn<`${First}${Digit}${Digit}`>;
type NumberIn<Text> = Text extends `${infer Number extends number}` ? Number : never;
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
