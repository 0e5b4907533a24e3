import { describe, expect, it } from "vitest";
import { predictSweep, type Prediction } from "../../src/pipeline/predict-sweep.ts";
import { makeJobs } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { ratesAt, TYPICAL_RATES, workSeconds } from "../../src/trials/rates.ts";
import { experimentOf } from "../support/train.ts";

const SPEC = "dataset: digits\narchitecture: {hidden: [30]}\neta: 1\n";

function predict(text: string, workers: number, rates = TYPICAL_RATES): Prediction {
  const plan = planTrials(experimentOf(text));
  return predictSweep(plan, makeJobs(plan.trials, plan), { workers, rates });
}

describe("predictSweep()", () => {
  it("divides equal trials among workers, and gives a worker no half of one", () => {
    const alone = predict(`${SPEC}epochs: 30\nreplicates: 1`, 1).seconds;
    const fixed = alone - (predict(`${SPEC}epochs: 30\nreplicates: 2`, 1).seconds - alone);
    const training = (text: string, workers: number): number => predict(text, workers).seconds - fixed;
    const three = `${SPEC}epochs: 30\nreplicates: 3`;
    expect(training(three, 1) / training(three, 3)).toBeCloseTo(3, 6);
    expect(training(three, 1) / training(three, 2)).toBeCloseTo(1.5, 6);
    expect(training(three, 8)).toBe(training(three, 3));
  });

  it("trains trials that differ in epochs alone once", () => {
    const shared = predict(`${SPEC}epochs: [1, 5, 30]`, 1);
    const longest = predict(`${SPEC}epochs: 30`, 1);
    expect(shared.seconds - longest.seconds).toBeCloseTo(2 * TYPICAL_RATES.trial, 6);
  });

  it("leaves out the epochs before the one that a job goes on after", () => {
    const plan = planTrials(experimentOf(`${SPEC}epochs: 30`));
    const jobs = makeJobs(plan.trials, plan);
    const predictFrom = (epoch: number): number => {
      const starts = new Map([[jobs[0]!, epoch]]);
      return predictSweep(plan, jobs, { workers: 1, rates: TYPICAL_RATES, starts }).seconds;
    };
    const epochSeconds = predict(`${SPEC}epochs: 31`, 1).seconds - predict(`${SPEC}epochs: 30`, 1).seconds;
    expect(predictFrom(10) - predictFrom(20)).toBeCloseTo(10 * epochSeconds, 6);
    const nothing = predict(`${SPEC}epochs: 30`, 1).seconds - workSeconds(jobs[0]!.work, TYPICAL_RATES);
    expect(predictFrom(30)).toBeCloseTo(nothing, 6);
  });

  it("refuses what a sweep would refuse: networks that do not fit 4 GiB, all workers together", () => {
    const wide = "dataset: digits\narchitecture: {hidden: [4000, 40000]}\neta: 1\nepochs: 1\nreplicates: 3\n";
    expect(() => predict(wide, 1)).not.toThrow();
    expect(() => predict(wide, 3)).toThrow(/must fit 4 GiB: .* GiB needed/);
  });

  it("takes twice as long on a machine of half the speed", () => {
    const slow = ratesAt({ sparse: 2, dense: 2, rest: 2 });
    expect(predict(`${SPEC}epochs: 3`, 1, slow).seconds).toBeCloseTo(
      2 * predict(`${SPEC}epochs: 3`, 1).seconds,
      6,
    );
  });

  it("needs memory for every thread, and for data sets as they are large", () => {
    const digits = `${SPEC}epochs: 1\nreplicates: 4`;
    const [one, four] = [1, 4].map((workers) => predict(digits, workers).peakBytes);
    expect((four! - one!) / 3).toBeGreaterThan(11e6);
    const xor = predict("dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1", 1).peakBytes;
    expect(one! - xor).toBeGreaterThan(16_000 * 784 * 3);
  });
});
