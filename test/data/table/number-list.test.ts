import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NumberList } from "../../../src/data/table/reading/number-list.ts";

const PIECE = 16_384;

test("NumberList gives back every number to the last bit, missing ones too, whole pieces of any kind", () => {
  const decimal = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 7 }));
  const kinds = fc.oneof(
    fc.array(fc.integer(), { minLength: 1 }),
    fc.array(
      decimal.map(([whole, places]) => Number(`${whole}e-${places}`)),
      { minLength: 1 },
    ),
    fc.array(fc.double(), { minLength: 1 }),
    fc.array(fc.constantFrom(-2147483648, 2147483647, NaN, 0, 1e300), { minLength: 1 }),
  );
  const law = fc.property(kinds, (some) => {
    const list = new NumberList();
    const at = (i: number): number => some[i % some.length]!;
    for (let i = 0; i < PIECE + 5; i++) list.push(at(i));
    for (let i = 0; i < PIECE + 5; i++) if (list.at(i) !== at(i)) expect(list.at(i)).toEqual(at(i) + 0);
    expect(list.length).toBe(PIECE + 5);
  });
  fc.assert(law, { numRuns: 60 });
});
