import type { PlainObject } from "../values.js";

/** Makes one change to one schema, whose inner schemas are done; gives the same object where there is nothing to change. */
export type SchemaStep = (schema: PlainObject, place: Place) => PlainObject;

/** Remembers that a node which the step made was written where the schema stands, or at one of the schema's keywords. */
export type Place = (node: object, key?: string) => void;
