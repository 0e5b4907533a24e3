import { describe, expect, it } from "vitest";
import { Progress } from "../../../src/commands/console/progress.ts";
import { makeJobs } from "../../../src/trials/job.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { experimentOf } from "../../support/train.ts";

const plan = planTrials(
  experimentOf(
    "{dataset: {name: moons, samples: 100}, architecture: {hidden: [4]}, eta: [1, 2], epochs: 50}",
  ),
);
const [first, second] = makeJobs(plan.trials, plan);
const values = new Float64Array(51);

/** Follows two equal trials; the first ends after so many epochs, a second after the start. */
function progressAfter(epochs: number, status: "cancelled" | "failed"): ReturnType<Progress["state"]> {
  let now = 0;
  const progress = new Progress(() => now);
  progress.onPlan(plan, 0);
  progress.onWork([first!, second!]);
  progress.onJobStart(first!, 0, { epochs: () => epochs, values, cancel: () => {} });
  now = 1000;
  progress.onTrialEnd(first!.trials[0], { status, failure: { code: "E_TRIAL", message: "" } } as never, 0);
  return progress.state();
}

describe("Progress", () => {
  it.each(["cancelled", "failed"] as const)(
    "counts of a trial that was %s the epochs that it trained",
    (status) => {
      const { share, samplesPerSecond, secondsLeft } = progressAfter(10, status);
      expect(samplesPerSecond).toBe(10 * 100);
      expect(share).toBeCloseTo(10 / (10 + 50), 6);
      expect(secondsLeft).toBeCloseTo(5, 6);
    },
  );

  it("counts nothing of one that never began", () => {
    expect(progressAfter(0, "cancelled")).toMatchObject({
      share: 0,
      samplesPerSecond: 0,
      secondsLeft: undefined,
    });
  });
});
