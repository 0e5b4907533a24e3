import { describe, expect, it } from "vitest";
import { predictSweep, type Prediction } from "../../src/pipeline/predict-sweep.ts";
import { makeJobs } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { ratesAt, TYPICAL_RATES, workSeconds } from "../../src/trials/rates.ts";
import { experimentOf } from "../support/train.ts";

/** Of networks outside their regions, and bytes of a row and of an example beside its inputs: as `npm run bench:planning` finds them. */
const COPIES = 4;
const ROW = 350;
const AROUND_EXAMPLE = 150;
const FEW = "dataset: {name: digits, train: 100, validation: 0, test: 100}\neta: 0.1\n";
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
    expect(() => predict(wide, 3)).toThrow(/must fit into 4 GiB \(got 5\.60 GiB\)/);
  });

  it("takes twice as long on a machine of half the speed", () => {
    const slow = ratesAt({ sparse: 2, dense: 2, rest: 2 });
    expect(predict(`${SPEC}epochs: 3`, 1, slow).seconds).toBeCloseTo(
      2 * predict(`${SPEC}epochs: 3`, 1).seconds,
      6,
    );
  });

  it("needs memory for every thread, with room for a network in the shared memory of each", () => {
    const peak = (hidden: string, workers: number): number =>
      predict(`${FEW}architecture: {hidden: ${hidden}}\nepochs: 1\nreplicates: 4`, workers).peakBytes;
    const ofThread = (hidden: string): number => (peak(hidden, 4) - peak(hidden, 1)) / 3;
    // Weights as they are, transposed beyond the first layer, and their sums.
    const [first, second, third] = [784 * 2000, 2000 * 2000, 2000 * 10];
    const expected = 4 * (2 * (first + second + third) + second + third);
    const found = ofThread("[2000, 2000]") - ofThread("[1]");
    expect(found).toBeGreaterThan(expected);
    expect(found).toBeLessThan(1.1 * expected); // activations of a batch
  });

  it("needs memory for networks that are on their way, with what their optimizer carries", () => {
    const peak = (rest: string): number =>
      predict(`${FEW}architecture: {hidden: [1000]}\nepochs: 10\n${rest}`, 1).peakBytes;
    const parameters = 4 * (784 * 1000 + 1000 + 1000 * 10 + 10);
    const none = peak("");
    // Two more networks for the store of each copy, and in both regions.
    const adam = peak("optimizer: adam\n") - none;
    expect(adam / (2 * parameters * (COPIES + 2))).toBeCloseTo(1, 1);
    expect((peak("run: {keep: last}\n") - none) / parameters).toBeCloseTo(COPIES, 6);
    expect((peak("run: {keep: all}\n") - none) / parameters).toBeCloseTo(COPIES * 11, 6);
  });

  it("needs memory for each data set: as it is trained on, as pictures look at it, and as it was loaded", () => {
    const ofExample = (datasetOf: (count: number) => string): number => {
      const [few, many] = [1000, 9000].map((count) => {
        const text = `dataset: ${datasetOf(count)}\narchitecture: {hidden: [3]}\neta: 1\nepochs: 1`;
        const { train, validation, test } = planTrials(experimentOf(text)).configurations[0]!.facts.sizes;
        return { bytes: predict(text, 1).peakBytes, examples: train + validation + test };
      });
      return (many!.bytes - few!.bytes) / (many!.examples - few!.examples) - AROUND_EXAMPLE;
    };
    // Bytes, and again without zeros, twice; then twice as loaded; at most 100 bytes for the order of examples.
    const image = ofExample((count) => `{name: digits, train: ${count}, validation: 0, test: 100}`);
    expect(image).toBeGreaterThan(784 * 5);
    expect(image).toBeLessThan(784 * 5.5 + 100);
    // Two float32, twice in shared memory and twice as loaded.
    const floats = ofExample((count) => `{name: moons, samples: ${count}}`);
    expect(floats).toBeGreaterThan(2 * 4 * 4);
    expect(floats).toBeLessThan(2 * 4 * 4 + 100);
  });

  it("needs memory for each row of the tables", () => {
    const peak = (epochs: number): number => predict(`${SPEC}epochs: ${epochs}\nreplicates: 20`, 1).peakBytes;
    expect((peak(1000) - peak(500)) / (20 * 500)).toBeCloseTo(ROW, 6);
  });

  it("needs memory for each trial, and less for each of many: what they leave behind is collected", () => {
    const peak = (count: number): number =>
      predict(`${SPEC}epochs: 1\nreplicates: ${count}`, 1).peakBytes - 2 * ROW * count;
    const ofTrial = (few: number, many: number): number => (peak(many) - peak(few)) / (many - few);
    expect(ofTrial(10, 20)).toBeGreaterThan(ofTrial(5000, 6000));
    expect(ofTrial(5000, 6000)).toBeGreaterThan(1000);
  });
});
