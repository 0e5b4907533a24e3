import * as fc from "fast-check";
import { expect, test } from "vitest";
import { comparePlans } from "../../src/trials/compare-plans.ts";
import { planTrials, type Plan } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

const values = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4), { minLength: 1 });
const plan = fc
  .record({ eta: values, epochs: values, replicates: fc.integer({ min: 1, max: 3 }) })
  .map((fields): Plan => {
    const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    return planTrials(
      experimentOf(`dataset: xor\narchitecture: {hidden: [2]}\nbatchSize: 4\n${lines.join("")}`),
    );
  });

function idsOf(groups: readonly { trials: readonly { id: string }[] }[]): string[] {
  return groups.flatMap(({ trials }) => trials.map(({ id }) => id)).toSorted();
}

test("comparePlans() puts every trial on one list, and swaps its lists with its plans", () => {
  fc.assert(
    fc.property(plan, plan, (before, after) => {
      const { added, removed, unchanged } = comparePlans(before, after);
      expect([...idsOf(added), ...idsOf([{ trials: unchanged }])].toSorted()).toEqual(idsOf([after]));
      expect([...idsOf(removed), ...idsOf([{ trials: unchanged }])].toSorted()).toEqual(idsOf([before]));
      const back = comparePlans(after, before);
      expect([idsOf(back.added), idsOf(back.removed)]).toEqual([idsOf(removed), idsOf(added)]);
    }),
    { seed: 4, numRuns: 50 },
  );
});

test("comparePlans() names each difference once: as a change of all, or as a column", () => {
  fc.assert(
    fc.property(plan, plan, (before, after) => {
      const { changes, columns } = comparePlans(before, after);
      const changed = changes.map(({ path }) => path);
      for (const { path, before: old, after: now } of changes) {
        expect([path, JSON.stringify(old)]).not.toEqual([path, JSON.stringify(now)]);
      }
      expect(columns.filter((path) => changed.includes(path))).toEqual([]);
      expect(["eta", "epochs"]).toEqual(expect.arrayContaining([...columns]));
    }),
    { seed: 4, numRuns: 50 },
  );
});
