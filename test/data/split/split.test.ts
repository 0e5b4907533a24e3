import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Parts, SplitPlan } from "../../../src/data/split/parts.ts";
import { splitAtRandom } from "../../../src/data/split/split-at-random.ts";
import { splitGroups } from "../../../src/data/split/split-groups.ts";
import { splitInOrder } from "../../../src/data/split/split-in-order.ts";

const KEY = [1, 2] as const;
const labels = fc.array(fc.nat({ max: 4 }), { minLength: 12, maxLength: 200 });
const shares = fc
  .tuple(fc.double({ min: 0, max: 0.4, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true }))
  .map(([validation, test]) => ({ validation, test }));
const folds = fc.integer({ min: 2, max: 6 });

function all({ train, validation, test }: Parts): number[] {
  return [...train, ...validation, ...test].sort((a, b) => a - b);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** Every way of dividing rows whose strata or groups are given. */
const WAYS: readonly (readonly [string, (of: readonly number[], plan: SplitPlan) => Parts])[] = [
  ["splitInOrder()", (of, plan) => splitInOrder(of.length, plan)],
  ["splitAtRandom()", (of, plan) => splitAtRandom(of, plan, KEY)],
  ["splitGroups()", (of, plan) => splitGroups(of, plan, KEY)],
];

describe.each(WAYS)("%s", (_, split) => {
  test("puts every row into one part, ascending", () => {
    const law = fc.property(labels, shares, (of, plan) => {
      const parts = split(of, plan);
      expect(all(parts)).toEqual(range(of.length));
      for (const part of Object.values(parts)) expect([...part]).toEqual([...part].sort((a, b) => a - b));
    });
    fc.assert(law);
  });

  test("tests on every row once, over all folds", () => {
    const law = fc.property(
      labels,
      folds,
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      (of, count, validation) => {
        const plans = range(count).map((number) =>
          split(of, { validation, test: 0, fold: { number, of: count } }),
        );
        expect(plans.flatMap(({ test }) => [...test]).sort((a, b) => a - b)).toEqual(range(of.length));
        for (const plan of plans) expect(all(plan)).toEqual(range(of.length));
      },
    );
    fc.assert(law);
  });
});

describe("splitAtRandom()", () => {
  test("gives each part its share of the rows, and of every stratum", () => {
    const law = fc.property(labels, shares, (of, plan) => {
      const { train, validation, test: tests } = splitAtRandom(of, plan, KEY);
      for (const stratum of new Set(of)) {
        const size = of.filter((other) => other === stratum).length;
        const count = (rows: Uint32Array): number => [...rows].filter((row) => of[row] === stratum).length;
        expect(count(train)).toBeGreaterThan(0);
        expect(Math.abs(count(tests) - plan.test * size)).toBeLessThan(3);
        expect(Math.abs(count(validation) - plan.validation * size)).toBeLessThan(3);
      }
    });
    fc.assert(law);
  });

  test("makes folds whose sizes, also in each stratum, differ by one at most", () => {
    const law = fc.property(labels, folds, (of, count) => {
      const parts = range(count).map((number) => {
        return splitAtRandom(of, { validation: 0, test: 0, fold: { number, of: count } }, KEY).test;
      });
      const spread = (sizes: readonly number[]): number => Math.max(...sizes) - Math.min(...sizes);
      expect(spread(parts.map(({ length }) => length))).toBeLessThanOrEqual(1);
      for (const stratum of new Set(of)) {
        const sizes = parts.map((rows) => [...rows].filter((row) => of[row] === stratum).length);
        expect(spread(sizes)).toBeLessThanOrEqual(1);
      }
    });
    fc.assert(law);
  });

  test("draws others for another key", () => {
    const plan = { validation: 0.2, test: 0.2 };
    const of = range(100).map(() => 0);
    expect(splitAtRandom(of, plan, KEY)).toEqual(splitAtRandom(of, plan, KEY));
    expect(splitAtRandom(of, plan, KEY)).not.toEqual(splitAtRandom(of, plan, [1, 3]));
  });
});

describe("splitGroups()", () => {
  test("keeps every group in one part", () => {
    const law = fc.property(labels, shares, (of, plan) => {
      const parts = Object.values(splitGroups(of, plan, KEY));
      const groups = parts.map((rows) => new Set([...rows].map((row) => of[row])));
      expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(of).size);
    });
    fc.assert(law);
  });

  test("comes near the shares where groups are small", () => {
    const of = range(1000).map((row) => row % 100);
    const { train, validation, test: tests } = splitGroups(of, { validation: 0.2, test: 0.3 }, KEY);
    expect([train.length, validation.length, tests.length]).toEqual([500, 200, 300]);
  });
});

describe("splitInOrder()", () => {
  test("takes the first rows to train, then those to validate, the last to test", () => {
    const { train, validation, test: tests } = splitInOrder(10, { validation: 0.2, test: 0.3 });
    expect([[...train], [...validation], [...tests]]).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6],
      [7, 8, 9],
    ]);
  });

  test("makes folds of neighbours", () => {
    const { train, test: tests } = splitInOrder(10, { validation: 0, test: 0, fold: { number: 1, of: 3 } });
    expect([[...train], [...tests]]).toEqual([
      [0, 1, 2, 7, 8, 9],
      [3, 4, 5, 6],
    ]);
  });
});
