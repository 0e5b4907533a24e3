import { describe, expect, it } from "vitest";
import { frameCurves } from "../../../../src/report/pictures/curves/frame-curves.ts";
import { learningCurves } from "../../../../src/report/pictures/curves/learning-curves.ts";
import { experimentOf, resultsOf } from "../../../results/fixture.ts";

function frameOf(
  accuracies: readonly number[],
  metric = "validationAccuracy",
): ReturnType<typeof frameCurves> {
  return frameCurves(learningCurves(resultsOf(experimentOf(), () => ({ accuracies }))), metric);
}

describe("frameCurves()", () => {
  it("begins at epoch 1 where the jump from the untrained network would take up half of the picture", () => {
    expect(frameOf([0.9, 0.93, 0.95])).toMatchObject({
      firstEpoch: 1,
      lastEpoch: 3,
      scale: { domain: [0.9, 0.95] },
    });
  });

  it("holds the untrained network where the curves reach far or are short", () => {
    expect(frameOf([0.6, 0.8, 0.95])).toMatchObject({ firstEpoch: 0, scale: { domain: [0.5, 1] } });
    expect(frameOf([0.9, 0.95])).toMatchObject({ firstEpoch: 0, lastEpoch: 2 });
  });
});
