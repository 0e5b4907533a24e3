import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Distribution as Written } from "../../../src/fields/experiment-file.ts";
import { distributionOf, samplerOf } from "../../../src/spec/distribution.ts";
import { sourceText } from "../../../src/spec/source-text.ts";

const PLACE = { source: sourceText("", "a.yaml"), start: 0, end: 0 };
const RUNS = { seed: 24, numRuns: 200 };
const VECTORS = JSON.parse(
  readFileSync(new URL("../../vectors/sobol/sobol.json", import.meta.url), "utf8"),
) as { shares: number[]; values: (Written & { values: number[] })[] };

const share = fc.double({ min: 2 ** -33, max: 1 - 2 ** -33, noNaN: true });

describe("samplerOf()", () => {
  it.each(VECTORS.values)("gives what Python does for %j", ({ values, ...written }) => {
    const distribution = distributionOf(written, PLACE);
    expect(VECTORS.shares.map((at) => samplerOf(distribution)(at))).toEqual(values);
  });

  it("stays between the ends, and never falls as the share rises", () => {
    const ends = fc.tuple(
      fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
      fc.double({ min: 1.001, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(
        ends,
        fc.constantFrom("uniform", "logUniform"),
        share,
        share,
        ([from, factor], kind, a, b) => {
          const to = from * factor;
          const distribution = distributionOf({ [kind]: { from, to } } as Written, PLACE);
          const [low, high] = [
            samplerOf(distribution)(Math.min(a, b)),
            samplerOf(distribution)(Math.max(a, b)),
          ];
          expect([from <= low, low <= high, high <= to]).toEqual([true, true, true]);
        },
      ),
      RUNS,
    );
  });

  it("gives integers on their steps, each of equal width without log", () => {
    const spec = fc.record({
      from: fc.integer({ min: 1, max: 1000 }),
      count: fc.integer({ min: 1, max: 50 }),
      step: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(spec, share, ({ from, count, step }, at) => {
        const to = from + count * step;
        const even = samplerOf(distributionOf({ integers: { from, to, step } }, PLACE))(at);
        const skewed = samplerOf(distributionOf({ integers: { from, to, step, log: true } }, PLACE))(at);
        for (const value of [even, skewed])
          expect([value >= from, value <= to, (value - from) % step]).toEqual([true, true, 0]);
        expect(Math.abs((even - from) / step - Math.floor(at * (count + 1)))).toBeLessThanOrEqual(1e-9);
        expect(skewed).toBeLessThanOrEqual(even);
      }),
      RUNS,
    );
  });
});
