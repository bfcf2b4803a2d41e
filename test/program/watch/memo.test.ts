import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Last } from "../../../src/memo/last.js";
import { Memo } from "../../../src/memo/memo.js";
import { share } from "../../../src/memo/share.js";

describe("what is remembered of a stage", () => {
  test("is done again when what it is made from, or what it asked, is another", () => {
    const memo = new Memo();
    const part = {};
    let done = 0;
    const run = (from: object, names: Readonly<Record<string, string>>): string =>
      memo.begin()("work", [from], { nameOf: (id: string) => names[id] }, (ask) => `${++done} ${ask.nameOf("a")}`);
    expect(run(part, { a: "A" })).toBe("1 A");
    expect(run(part, { a: "A", b: "of no concern" })).toBe("1 A");
    expect(run(part, { a: "B" })).toBe("2 B");
    expect(run({}, { a: "B" })).toBe("3 B");
    memo.begin();
    expect(run(part, { a: "B" })).toBe("4 B");
  });
});

describe("a value shared with an earlier one", () => {
  test("is the same value, made of the parts that are equal", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        const last = new Last();
        last.share(before);
        const copy = structuredClone(now);
        expect(JSON.stringify(last.share(now))).toBe(JSON.stringify(now));
        expect(last.share(copy)).toBe(last.share(structuredClone(now)));
      }),
    );
  });

  test("finds items again behind one that is new, and tells keys in another order apart", () => {
    const before = [{ a: [1] }, { b: 2 }, { c: 3 }];
    const now = share(before, [{ a: [1] }, { n: 0 }, { b: 2 }, { c: 3 }]);
    expect([now[0], now[2], now[3]].map((it, i) => it === before[i])).toEqual([true, true, true]);
    const keys = { x: { y: 1 }, z: 2 };
    const other = share(keys, { z: 2, x: { y: 1 } });
    expect(other).not.toBe(keys);
    expect(Object.keys(other)).toEqual(["z", "x"]);
    expect(other.x).toBe(keys.x);
  });

  test("compares each part once, however deep the change is", () => {
    const nested = (depth: number): object => (depth === 0 ? { x: {} } : { same: {}, of: [nested(depth - 1)] });
    const [before, now] = [nested(12), JSON.parse(JSON.stringify(nested(12)).replace('{"x":{}}', '{"x":{"new":1}}'))];
    let compared = 0;
    share(before, now, { isAlike: () => ++compared > 0, takes: () => {} });
    expect(compared).toBe(12);
  });
});
