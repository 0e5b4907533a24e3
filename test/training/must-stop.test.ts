import { describe, expect, it } from "vitest";
import type { EarlyStopping, Target } from "../../src/fields/configuration.ts";
import { bestEpoch, mustStop, reachesTarget } from "../../src/training/must-stop.ts";

const NO_TARGET: Target = { metric: "validationAccuracy", value: "none" };

function watching(change: Partial<EarlyStopping>): EarlyStopping {
  return { metric: "validationLoss", patience: 0, minDelta: 0, restoreBest: false, ...change };
}

describe("bestEpoch()", () => {
  it.each<[string, readonly number[], Partial<EarlyStopping>, number]>([
    ["the untrained network counts for nothing", [0, 3, 2, 4], {}, 2],
    ["there is none before the first epoch", [1], {}, 0],
    ["the earliest of equals", [9, 2, 1, 1, 1], {}, 2],
    ["better by exactly minDelta is no better", [9, 1, 0.75, 0.5], { minDelta: 0.25 }, 3],
    ["better by less in each of two epochs, by more together", [9, 1, 0.8, 0.7], { minDelta: 0.25 }, 3],
  ])("%s", (_, values, change, expected) => {
    expect(bestEpoch(watching(change), { validationLoss: values })).toBe(expected);
  });

  it("is that of the largest value where more is better", () => {
    const accuracy = watching({ metric: "validationAccuracy" });
    expect(bestEpoch(accuracy, { validationAccuracy: [1, 0.25, 0.75, 0.5] })).toBe(2);
  });
});

describe("mustStop()", () => {
  const stops = (patience: number, values: readonly number[]): boolean =>
    mustStop({ earlyStopping: watching({ patience }), target: NO_TARGET }, { validationLoss: values });

  it("waits for as many epochs without a better one as patience says, and no more", () => {
    expect(stops(2, [9, 1, 2])).toBe(false);
    expect(stops(2, [9, 1, 2, 2])).toBe(true);
    expect(stops(1, [9, 1, 2])).toBe(true);
    expect(stops(1, [9, 3, 2])).toBe(false);
  });

  it("never stops without patience", () => {
    expect(stops(0, [9, 1, 2, 3, 4, 5])).toBe(false);
  });

  it("stops at a target, met exactly, from the first epoch on", () => {
    const target: Target = { metric: "validationAccuracy", value: 0.5 };
    const stopsAt = (...values: number[]): boolean =>
      mustStop({ earlyStopping: watching({}), target }, { validationAccuracy: values });
    expect(stopsAt(0.75)).toBe(false);
    expect(stopsAt(0.75, 0.25)).toBe(false);
    expect(stopsAt(0, 0.5)).toBe(true);
    expect(stopsAt(0, 0.6, 0.4)).toBe(false);
  });
});

describe("reachesTarget()", () => {
  it("is about the last epoch, not the untrained network, and in the direction of the metric", () => {
    const loss: Target = { metric: "validationLoss", value: 0.5 };
    expect(reachesTarget(loss, { validationLoss: [0.4] })).toBe(false);
    expect(reachesTarget(loss, { validationLoss: [0.4, 0.6] })).toBe(false);
    expect(reachesTarget(loss, { validationLoss: [0.6, 0.4] })).toBe(true);
    expect(reachesTarget(loss, { validationLoss: [0.6, null] })).toBe(false);
    expect(reachesTarget(loss, {})).toBe(false);
    expect(reachesTarget(NO_TARGET, { validationAccuracy: [0, 1] })).toBe(false);
  });
});
