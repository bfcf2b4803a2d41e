import { expect, test } from "vitest";
import { loweredOf } from "../support/meanings.js";

const address = (city: object) => ({ type: "object", properties: { street: { type: "string" }, city } });

test("a schema that is written out again is lowered once, one that differs in the least is not", async () => {
  const properties = {
    from: address({ type: "string" }),
    to: address({ type: "string" }),
    over: address({ type: "string", description: "Any." }),
  };
  const { types } = await loweredOf({
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    components: { schemas: { Trip: { type: "object", properties } } },
  });
  const trip = types[0]?.type;
  const [from, to, over] = trip?.kind === "object" ? trip.properties.map((it) => it.type) : [];
  expect(from).toMatchObject({ kind: "object" });
  expect(to).toBe(from);
  expect(over).not.toEqual(from);
});
