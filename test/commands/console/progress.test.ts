import { describe, expect, it } from "vitest";
import { Progress } from "../../../src/pipeline/progress/progress.ts";
import type { RunningJob } from "../../../src/pipeline/listener.ts";
import { makeJobs, type Job } from "../../../src/trials/job.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { experimentOf } from "../../support/train.ts";

const plan = planTrials(
  experimentOf(
    "{dataset: {name: moons, samples: 100}, architecture: {hidden: [4]}, eta: [1, 2], epochs: 50}",
  ),
);
const [first, second] = makeJobs(plan.trials, plan);
const values = new Float64Array(51);

function runningJob(job: Job, epochs: number, together = [job]): RunningJob {
  return { together, epochs: () => epochs, values, cancel: () => {} };
}

/** Follows two equal trials; the first ends after so many epochs, a second after the start. */
function progressAfter(epochs: number, status: "cancelled" | "failed"): ReturnType<Progress["state"]> {
  let now = 0;
  const progress = new Progress(() => now);
  progress.onPlan(plan, 0);
  progress.onWork([first!, second!]);
  progress.onJobStart(first!, 0, runningJob(first!, epochs));
  now = 1000;
  progress.onTrialEnd(first!.trials[0], { status, failure: { code: "E_TRIAL", message: "" } } as never);
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

  it("says which round of a search trains, until its best configuration is confirmed", () => {
    const search = planTrials(
      experimentOf(
        "{dataset: {name: moons, samples: 100}, architecture: {hidden: [4]}, eta: [1, 2, 3], epochs: 9, sweep: {search: {method: halving}}}",
      ),
    );
    const progress = new Progress(() => 0);
    progress.onPlan(search, 0);
    expect(progress.state().round).toBe("rung 1 of 3: 1 epoch, 3 settings");
    progress.onConfirm(plan, 0);
    expect(progress.state().round).toBe("");
  });

  it("counts fresh replicates of the best configuration, and calls none of them the best so far", () => {
    const yaml = (replicates: string) =>
      `{dataset: {name: moons, samples: 100}, architecture: {hidden: [4]}, eta: 1, epochs: 50, replicates: ${replicates}}`;
    const [chosen, confirming] = ["1", "{count: 1, first: 1}"].map((text) =>
      planTrials(experimentOf(yaml(text))),
    );
    const progress = new Progress(() => 0);
    progress.onPlan(chosen!, 1);
    progress.onConfirm(confirming!, 0);
    const [job] = makeJobs(confirming!.trials, confirming!);
    progress.onWork([job!]);
    progress.onJobStart(job!, 0, runningJob(job!, 20));
    const running = [{ slot: 0, trial: 0, label: "replicate 1", epoch: 20, epochs: 50 }];
    expect(progress.state()).toMatchObject({ trials: 2, done: 1, share: 20 / 50, running });
    const record = { status: "completed", metrics: { testAccuracy: [1] } };
    progress.onTrialEnd(job!.trials[0], record as never);
    expect(progress.state()).toMatchObject({ trials: 2, done: 2, best: undefined });
  });

  it("shows of jobs that train together in a slot the one that is not finished", () => {
    const progress = new Progress(() => 0);
    progress.onPlan(plan, 0);
    progress.onWork([first!, second!]);
    const together = [first!, second!];
    progress.onJobStart(first!, 0, runningJob(first!, 50, together));
    progress.onJobStart(second!, 0, runningJob(second!, 7, together));
    const { running, share } = progress.state();
    expect(running).toMatchObject([{ slot: 0, trial: second!.trials[0].index, epoch: 7, epochs: 50 }]);
    expect(share).toBeCloseTo(57 / 100, 6);
  });

  it("shows a trial that begins again alone instead of those that it failed with", () => {
    const progress = new Progress(() => 0);
    progress.onPlan(plan, 0);
    progress.onWork([first!]);
    progress.onJobStart(first!, 0, runningJob(first!, 30));
    const [alone] = makeJobs(first!.trials, plan);
    progress.onJobStart(alone!, 0, runningJob(alone!, 2));
    expect(progress.state().running).toMatchObject([{ job: alone, epoch: 2 }]);
  });

  it("counts nothing of one that never began", () => {
    expect(progressAfter(0, "cancelled")).toMatchObject({
      share: 0,
      samplesPerSecond: 0,
      secondsLeft: undefined,
    });
  });
});
