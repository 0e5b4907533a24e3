import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learningCurves } from "../../../../src/report/pictures/curves/learning-curves.ts";
import { metricStatistics } from "../../../../src/results/metric-statistics.ts";
import { experimentOf, resultsOf } from "../../../results/fixture.ts";

describe("learningCurves()", () => {
  it("gives the mean with a band from the smallest to the largest of a few replicates", () => {
    const experiment = experimentOf({ replicates: { count: 3, baseSeed: 1 } });
    const [curve] = learningCurves(
      resultsOf(experiment, ({ replicate }) => ({ accuracies: [0.2 * replicate] })),
    );
    const [, point] = curve!.points;
    expect(point).toMatchObject({ epoch: 1, high: 0.4 });
    expect(point!.low).toBeCloseTo(0.011, 3); // the interval of a share never reaches 0
    expect(curve!.points[1]!.mean).toBeCloseTo(0.2, 15);
  });

  it("narrows the band of many replicates to the 95 % interval of the mean", () => {
    const experiment = experimentOf({ replicates: { count: 20, baseSeed: 1 } });
    const accuracies = Array.from({ length: 20 }, (_, i) => i / 20);
    const [curve] = learningCurves(
      resultsOf(experiment, ({ replicate }) => ({ accuracies: [accuracies[replicate]!] })),
    );
    expect(curve!.points[1]).toMatchObject(metricStatistics("validationAccuracy", accuracies).ci95!);
  });

  it("leaves diverged replicates out beside completed ones, and draws them where there are no others", () => {
    const experiment = experimentOf({ replicates: { count: 2, baseSeed: 1 } });
    const mixed = resultsOf(experiment, ({ replicate }) =>
      replicate ? { divergedEpoch: 2 } : { accuracies: [0.9, 0.9] },
    );
    expect(learningCurves(mixed)).toMatchObject([
      { diverged: false, points: [{}, { low: 0.9, high: 0.9 }, {}] },
    ]);
    const diverged = resultsOf(experiment, () => ({ divergedEpoch: 3 }));
    expect(learningCurves(diverged)).toMatchObject([{ diverged: true, points: [{}, {}, { epoch: 2 }] }]);
    const apart = resultsOf(experiment, ({ replicate }) => ({ divergedEpoch: 3 + 4 * replicate }));
    expect(learningCurves(apart)).toMatchObject([{ ends: [2, 6], points: [{}, {}, { epoch: 2 }] }]);
  });

  it("keeps the last value of a replicate that stopped early, so that no mean is that of the others alone", () => {
    const experiment = experimentOf({ replicates: { count: 2, baseSeed: 1 } });
    const results = resultsOf(experiment, ({ replicate }) => ({
      accuracies: replicate === 0 ? [0.75] : [0.25, 0.5, 0.25],
    }));
    const [curve] = learningCurves(results);
    expect(curve!.points.map(({ mean }) => mean)).toEqual([0.5, 0.5, 0.625, 0.5]);
    expect(curve!.points.at(-1)).toMatchObject({ low: 0.25, high: 0.75 });
    expect(curve!.ends).toEqual([1, 3]);
  });

  it("ends every curve where the table ends it, whenever its replicates stopped", () => {
    const accuracies = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(fc.array(accuracies, { minLength: 1, maxLength: 4 }), (courses) => {
        const experiment = experimentOf({ replicates: { count: courses.length, baseSeed: 1 } });
        const results = resultsOf(experiment, ({ replicate }) => ({ accuracies: courses[replicate]! }));
        const [curve] = learningCurves(results);
        expect(curve!.points.at(-1)!.mean).toBe(results.best!.objective.mean);
      }),
      { numRuns: 50 },
    );
  });

  it("thins long curves, but keeps their ends", () => {
    const accuracies = Array.from({ length: 1999 }, () => 0.5);
    const [curve] = learningCurves(resultsOf(experimentOf(), () => ({ accuracies })));
    expect(curve!.points.length).toBeLessThanOrEqual(201);
    expect(curve!.points[0]!.epoch).toBe(0);
    expect(curve!.points.at(-1)!.epoch).toBe(1999);
  });
});
