import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ScoreName } from "../../../src/metrics/scores.ts";
import type { TrainedTrial } from "../../../src/training/read-trials.ts";
import { classScorer } from "../../../src/training/scores/class-scores.ts";
import { numberScore } from "../../../src/training/scores/score-part.ts";
import { trainAll } from "../../support/train.ts";

interface Case {
  readonly name: string;
  readonly outputs: number[];
  readonly scores: Partial<Record<ScoreName, number>>;
}

const vectors = JSON.parse(
  readFileSync(new URL("../../vectors/scores/scores.json", import.meta.url), "utf8"),
) as {
  classes: (Case & {
    count: number;
    labels: number[];
    perClass: Partial<Record<ScoreName, number[]>>;
    micro: number;
    accuracy: number;
  })[];
  numbers: (Case & { targets: number[]; columns: { center: number; scale: number }[] })[];
};

describe("classScorer() agrees with scikit-learn to 1e-12", () => {
  it.each(vectors.classes)("$name", ({ outputs, labels, count, scores, perClass, micro, accuracy }) => {
    const scoreOf = classScorer({
      outputs: Float32Array.from(outputs),
      labels: Uint8Array.from(labels),
      count,
    });
    for (const [name, expected] of Object.entries(scores))
      expect(scoreOf(name as ScoreName), name).toBeCloseTo(expected, 12);
    for (const [name, expected] of Object.entries(perClass))
      expected.forEach((value, k) =>
        expect(scoreOf(name as ScoreName, k), `${name} of ${k}`).toBeCloseTo(value, 12),
      );
    expect(micro).toBeCloseTo(accuracy, 12); // why there are no micro averages
  });
});

describe("numberScore() agrees with scikit-learn to 1e-12, in the units of the data", () => {
  it.each(vectors.numbers)("$name", ({ outputs, targets, columns, scores }) => {
    const answers = {
      outputs: Float32Array.from(outputs),
      targets: Float32Array.from(targets),
      count: columns.length,
      scales: columns.map(({ scale }) => scale),
    };
    for (const [name, expected] of Object.entries(scores)) {
      const found = numberScore(name as ScoreName, answers);
      expect(Math.abs(found - expected), name).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
    }
  });
});

describe("a trial", () => {
  const spec = `dataset: {name: digits, train: 60, validation: 40, test: 20}
architecture: {hidden: [8], output: softmax}
loss: crossEntropy
eta: 0.5
epochs: 8
`;

  it("measures scores on the parts that their words name, and nothing else changes", async () => {
    const [plain] = await trainAll(spec);
    const [scored] = await trainAll(`${spec}metrics: [f1, trainLogLoss, perClass]`);
    const { metrics } = scored!.record;
    const own = ["validationF1", "testF1", "trainLogLoss", "testPrecisionOf0", "validationF1Of9"];
    expect(Object.keys(metrics)).toEqual(expect.arrayContaining(own));
    expect(Object.keys(metrics)).toHaveLength(5 + 2 + 1 + 60);
    expect(metrics).toMatchObject(plain!.record.metrics);
    expect(scored!.record.id).toBe(plain!.record.id);
    // Without penalties, smoothing and weights the loss is the log loss.
    const [{ record }] = (await trainAll(`${spec}metrics: [trainLoss, trainLogLoss]`)) as [TrainedTrial];
    record.metrics["trainLoss"]!.forEach((loss, epoch) => {
      expect(record.metrics["trainLogLoss"]![epoch]).toBeCloseTo(loss!, 6);
    });
  });

  it("stops by a score and slows down by another", async () => {
    const stops = "metrics: [f1, rocAuc]\ntarget: {metric: validationRocAuc, value: 0.6}\n";
    const [trained] = await trainAll(`${spec}${stops}schedule: {name: plateau, metric: testF1}`);
    const { status, metrics } = trained!.record;
    expect(status).toBe("stopped");
    expect(metrics["validationRocAuc"]!.at(-1)).toBeGreaterThanOrEqual(0.6);
    expect(metrics["validationRocAuc"]!.at(-2)).toBeLessThan(0.6);
  });

  it("has the root of twice its quadratic loss as its root mean squared error", async () => {
    const numbers =
      "dataset: {name: line, samples: 30}\narchitecture: {hidden: [], output: identity}\neta: 0.1\nepochs: 5\n";
    const [trained] = await trainAll(`${numbers}metrics: [rmse, mae, r2]`);
    const { testLoss, testRmse, testMae, testR2 } = trained!.record.metrics;
    testLoss!.forEach((loss, epoch) => {
      expect(testRmse![epoch]! ** 2 / 2).toBeCloseTo(loss!, 12);
      expect(testMae![epoch]!).toBeLessThan(testRmse![epoch]!);
    });
    expect(testR2!.at(-1)).toBeGreaterThan(0.5);
  });
});
