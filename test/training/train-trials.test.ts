import { describe, expect, it } from "vitest";
import { reference } from "../../src/kernels/reference/reference.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { layersOf } from "../../src/training/checkpoint.ts";
import type { TrainedTrial } from "../../src/training/read-trials.ts";
import type { TrialRecord } from "../../src/training/record.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf, trainAll, trainTogether } from "../support/train.ts";

const MOONS = `
dataset: {name: moons, samples: 60}
architecture: {hidden: [5], activation: tanh}
eta: 0.5
`;

const LONG = `${MOONS.replace("60", "200")}batchSize: 10\n`;

async function recordsOf(yaml: string): Promise<TrialRecord[]> {
  return (await trainAll(yaml)).map(({ record }) => record);
}

describe("trainTrials()", () => {
  it("leaves one value of every metric for each epoch, epoch 0 included", async () => {
    const [record] = await recordsOf(`${MOONS}epochs: 7\nmetrics: [trainLoss, trainCost, trainAccuracy]`);
    expect(Object.keys(record!.metrics)).toEqual([
      "runningLoss",
      "testLoss",
      "testAccuracy",
      "trainLoss",
      "trainCost",
      "trainAccuracy",
    ]);
    for (const series of Object.values(record!.metrics)) expect(series).toHaveLength(8);
    expect(record!.metrics["runningLoss"]![0]).toBeNull();
    expect(record!.metrics["trainCost"]).toEqual(record!.metrics["trainLoss"]);
  });

  it("gives the first epochs of a longer trial when epochs is smaller", async () => {
    const [short, long] = await recordsOf(`${MOONS}epochs: [4, 9]`);
    for (const [name, series] of Object.entries(short!.metrics))
      expect(long!.metrics[name]!.slice(0, 5)).toEqual(series);
  });

  it("gives the same for batchSize full and for the number of training examples", async () => {
    const [full] = await recordsOf(`${MOONS}epochs: 3\nbatchSize: full`);
    const [number] = await recordsOf(`${MOONS}epochs: 3\nbatchSize: 60`);
    expect(full!.metrics).toEqual(number!.metrics);
    expect(full!.id).toBe(number!.id);
  });

  it.each([
    ["scaled init, mini-batches", "batchSize: 7"],
    ["normal init, full batch", "batchSize: full"],
    ["every kept model", "run: {keep: all}"],
    ["the best kept model", "run: {keep: best}"],
  ])(
    "reads trials that differ in epochs off one training as if each had trained alone: %s",
    async (_, more) => {
      const yaml = `${MOONS}epochs: [4, 1, 9]\nmetrics: [trainLoss]\n${more}`;
      const experiment = experimentOf(yaml);
      const [first, ...others] = planTrials(experiment).trials;
      expect(await trainTogether([first!, ...others], experiment)).toEqual(await trainAll(yaml));
    },
  );

  it("reads off a diverging training which trials ended before", async () => {
    const yaml = `
dataset: {name: blobs, samples: 60}
architecture: {hidden: [], output: identity}
eta: 0.5
batchSize: full
epochs: [1, 7, 8, 50]
`;
    const experiment = experimentOf(yaml);
    const [first, ...others] = planTrials(experiment).trials;
    const together = await trainTogether([first!, ...others], experiment);
    expect(together).toEqual(await trainAll(yaml));
    expect(new Set(together.map(({ record }) => record.status))).toEqual(new Set(["completed", "diverged"]));
  });

  it("does not depend on the metrics that are asked for", async () => {
    const [plain] = await recordsOf(`${MOONS}epochs: 3`);
    const [more] = await recordsOf(`${MOONS}epochs: 3\nmetrics: [trainAccuracy]`);
    expect(more!.metrics).toMatchObject(plain!.metrics);
    expect(more!.id).toBe(plain!.id);
  });

  it("gives the same records with the reference kernel and with SIMD", async () => {
    const yaml = `${MOONS}epochs: 3\nbatchSize: [7, full]\nreplicates: 2`;
    expect(await trainAll(yaml, reference)).toEqual(await trainAll(yaml, simd));
  });

  it("learns to separate moons", async () => {
    const [record] = await recordsOf(MOONS.replace("60", "400") + "epochs: 60\nbatchSize: 10");
    expect(record!.metrics["testAccuracy"]!.at(-1)).toBeGreaterThan(0.97);
  });
});

describe("optimizer", () => {
  it("sgd with its options at zero is the plain one, and so is its id", async () => {
    const [plain] = await recordsOf(`${MOONS}epochs: 2`);
    const [spelled] = await recordsOf(`${MOONS}epochs: 2\noptimizer: {name: sgd, l2: 0, clipNorm: 0}`);
    expect(spelled).toEqual(plain);
  });

  it("gives other results, under other ids, for each of its options", async () => {
    const optimizers = "[sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw]";
    const records = await recordsOf(`${MOONS}epochs: 2\noptimizer: ${optimizers}`);
    expect(new Set(records.map(({ id }) => id)).size).toBe(7);
    expect(new Set(records.map(({ metrics }) => metrics["runningLoss"]![2])).size).toBe(7);
  });

  it("carries its state from epoch to epoch: trials that differ in epochs train as one", async () => {
    const yaml = `${MOONS}epochs: [1, 3]\noptimizer: {name: adam, l2: 0.1}`;
    const experiment = experimentOf(yaml);
    const [first, ...others] = planTrials(experiment).trials;
    expect(await trainTogether([first!, ...others], experiment)).toEqual(await trainAll(yaml));
  });

  it.each([
    ["l2", 0.5],
    ["l1", 1],
  ])("counts the penalty %s in trainCost, not in trainLoss", async (option, share) => {
    const yaml = `${MOONS}epochs: 2\noptimizer: {name: sgd, ${option}: 3}\nmetrics: [trainLoss, trainCost]\nrun: {keep: last}`;
    const [{ record, models }] = (await trainAll(yaml)) as [TrainedTrial];
    const weights = layersOf(models[0]!.tensors).flatMap((layer) => [...layer.weights]);
    const size = weights.reduce((sum, w) => sum + (option === "l2" ? w * w : Math.abs(w)), 0);
    const { trainLoss, trainCost } = record.metrics;
    expect(trainCost![2]! - trainLoss![2]!).toBeCloseTo((3 * share * size) / 60, 10);
  });

  it("keeps weights smaller the stronger l2 is", async () => {
    const trained = await trainAll(
      `${MOONS}epochs: 40\noptimizer: {name: sgd, l2: [0, 0.3, 3]}\nrun: {keep: last}`,
    );
    const norms = trained.map(({ models }) => Math.hypot(...layersOf(models[0]!.tensors)[0]!.weights));
    expect(norms).toEqual(norms.toSorted((a, b) => b - a));
    expect(norms[2]!).toBeLessThan(norms[0]! / 2);
  });
});

describe("earlyStopping and target", () => {
  it("stops when the metric has not got better for as many epochs as its patience, a record like any other", async () => {
    const [whole] = await recordsOf(`${LONG}epochs: 60`);
    const [record] = await recordsOf(`${LONG}epochs: 60\nearlyStopping: {metric: testAccuracy, patience: 3}`);
    expect(record!.status).toBe("stopped");
    const last = record!.metrics["testAccuracy"]!.length - 1;
    expect(record!.metrics["testAccuracy"]).toEqual(whole!.metrics["testAccuracy"]!.slice(0, last + 1));
    const values = record!.metrics["testAccuracy"]!.slice(1) as number[];
    expect(values.lastIndexOf(Math.max(...values))).toBeGreaterThanOrEqual(values.length - 4);
    expect(values.indexOf(Math.max(...values))).toBe(values.length - 4);
  });

  it("ends at its best epoch with restoreBest: metrics and weights", async () => {
    const yaml = `${LONG}epochs: 60\nrun: {keep: last}\nearlyStopping: {metric: testAccuracy, patience: 3, restoreBest: true}`;
    const [stopped] = await trainAll(yaml);
    const best = stopped!.record.metrics["testAccuracy"]!.length - 1;
    const [short] = await trainAll(`${LONG}epochs: ${best}\nrun: {keep: last}`);
    expect(stopped!.record).toMatchObject({ status: "stopped", metrics: short!.record.metrics });
    expect(stopped!.models).toEqual(short!.models);
    expect((stopped!.record as { units?: unknown }).units).toEqual(
      (short!.record as { units?: unknown }).units,
    );
  });

  it("stops at the end of the epoch that reaches the target", async () => {
    const [record] = await recordsOf(`${LONG}epochs: 60\ntarget: {metric: testAccuracy, value: 0.9}`);
    expect(record!.status).toBe("stopped");
    const values = record!.metrics["testAccuracy"]!.slice(1) as number[];
    expect(values.findIndex((value) => value >= 0.9)).toBe(values.length - 1);
  });

  it("reads trials of different lengths off one training as if each had trained alone", async () => {
    const yaml = `${LONG}epochs: [2, 10, 50]\nearlyStopping: {metric: testAccuracy, patience: 3}\nmetrics: [trainLoss]`;
    const experiment = experimentOf(yaml);
    const [first, ...others] = planTrials(experiment).trials;
    expect(others.every(({ prefixId }) => prefixId === first!.prefixId)).toBe(true);
    expect(await trainTogether([first!, ...others], experiment)).toEqual(await trainAll(yaml));
  });

  it("means nothing, and changes no id, while patience is 0 and the target none", () => {
    const ids = [
      "",
      "earlyStopping: {metric: testLoss, restoreBest: true}",
      "target: {metric: testLoss}",
    ].map((more) => planTrials(experimentOf(`${MOONS}epochs: 2\n${more}`)).trials[0]!.id);
    expect(new Set(ids).size).toBe(1);
  });

  it("is refused where the data set lacks the part that it watches", () => {
    const { problems } = readExperiment(
      `${MOONS.trimStart()}epochs: 2\nearlyStopping:\n  patience: 3\n`,
      "experiments/a.yaml",
      { limit: 10 },
    );
    expect(problems).toMatchObject([
      {
        line: 6,
        message: "The metric validationLoss needs a validation part (got none in moons)",
      },
    ]);
  });
});

describe("schedule", () => {
  it.each(["cosine", "oneCycle"])("%s depends on the number of epochs, and shares no training", (name) => {
    const plan = planTrials(experimentOf(`${MOONS}epochs: [2, 4]\nschedule: ${name}`));
    expect(new Set(plan.trials.map(({ prefixId }) => prefixId)).size).toBe(2);
  });

  it("leaves other trials their training in common", () => {
    const plan = planTrials(experimentOf(`${MOONS}epochs: [2, 4]\nschedule: plateau`));
    expect(new Set(plan.trials.map(({ prefixId }) => prefixId)).size).toBe(1);
  });
});

describe("schedule.metric", () => {
  it("chooses what plateau watches: an accuracy that cannot rise keeps eta falling", async () => {
    const yaml = (metric: string): string =>
      `${LONG}epochs: 12\nschedule: {name: plateau, patience: 1, factor: 0.1, metric: ${metric}}`;
    const [loss, accuracy, plain] = [
      await recordsOf(yaml("runningLoss")),
      await recordsOf(yaml("testAccuracy")),
      await recordsOf(yaml("auto")),
    ];
    expect(plain[0]!.metrics).toEqual(loss[0]!.metrics);
    expect(accuracy[0]!.metrics).not.toEqual(loss[0]!.metrics);
  });

  it.each([
    ["schedule: {name: plateau, metric: validationLoss}", 35],
    ["schedule: [constant, {name: plateau, metric: validationLoss}]", 46],
    ["schedule: {name: plateau, metric: [testLoss, validationLoss]}", 46],
    ["schedule: plateau\nsweep: {include: [{schedule.metric: validationLoss}]}", 37],
  ])("is refused where the data set lacks the part that it watches: %s", (yaml, column) => {
    const { problems } = readExperiment(`${MOONS.trimStart()}epochs: 2\n${yaml}\n`, "a.yaml", { limit: 10 });
    const message = "The metric validationLoss needs a validation part (got none in moons)";
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([{ column, message }]);
  });
});

describe("classWeights", () => {
  const DIGITS = `
dataset: {name: digits, train: 60, validation: 0, test: 100}
architecture: {hidden: [6], output: softmax}
loss: crossEntropy
eta: 1
epochs: 8
`;
  it("makes the network answer a heavy class more often", async () => {
    const [plain] = await recordsOf(DIGITS);
    const [heavy] = await recordsOf(`${DIGITS}classWeights: [1, 1, 1, 1, 1, 1, 1, 1, 30, 1]`);
    expect(heavy!.metrics["testAccuracy"]!.at(-1)).toBeLessThan(plain!.metrics["testAccuracy"]!.at(-1)!);
  });
});

describe("architecture.dropout", () => {
  it("is refused without a hidden layer, at its line", () => {
    const yaml = "dataset: xor\narchitecture:\n  hidden: []\n  dropout: 0.5\neta: 1\nepochs: 1\n";
    const { problems } = readExperiment(yaml, "experiments/a.yaml", { limit: 10 });
    expect(problems).toMatchObject([
      {
        line: 4,
        message: "dropout: 0.5 needs a hidden layer (got hidden: [])",
      },
    ]);
  });
});

describe("divergence", () => {
  const EXPLODING = `
dataset: {name: blobs, samples: 60}
architecture: {hidden: [5], activation: relu, output: identity}
epochs: 10
`;
  it("is a result: the epoch is told, and nothing of it or after it is kept", async () => {
    const [record] = await recordsOf(`${EXPLODING}eta: 50`);
    expect(record).toMatchObject({ status: "diverged" });
    if (record?.status !== "diverged") throw new Error("expected divergence");
    for (const series of Object.values(record.metrics)) expect(series).toHaveLength(record.divergedEpoch);
  });
  it("does not happen with a small eta", async () => {
    const [record] = await recordsOf(`${EXPLODING}eta: 0.01`);
    expect(record).toMatchObject({ status: "completed" });
  });
});

describe("run.keep", () => {
  it.each([
    ["none", []],
    ["last", [4]],
    ["all", [0, 1, 2, 3, 4]],
  ])("%s keeps the weights of epochs %j", async (keep, epochs) => {
    const [trained] = await trainAll(`${MOONS}epochs: 4\nrun: {keep: ${keep}}`);
    expect(trained!.models.map(({ epoch }) => epoch)).toEqual(epochs);
  });
  it("best keeps weights of a trial that goes back to before its best epoch", async () => {
    const stop = "earlyStopping: {metric: testLoss, patience: 3, minDelta: 1, restoreBest: true}";
    const [whole] = await trainAll(`${MOONS}epochs: 4\n`);
    const [{ record, models }] = (await trainAll(
      `${MOONS}epochs: 4\nrun: {keep: best}\nobjective: {metric: testLoss}\n${stop}`,
    )) as [TrainedTrial];
    const losses = whole!.record.metrics["testLoss"] as number[];
    expect(losses.indexOf(Math.min(...losses))).toBeGreaterThan(1);
    expect(record.metrics["testLoss"]).toHaveLength(2);
    expect(models.map(({ epoch }) => epoch)).toEqual([losses[1]! < losses[0]! ? 1 : 0]);
  });
  it("best keeps the earliest epoch with the best value of the objective", async () => {
    const [trained] = await trainAll(`${MOONS}epochs: 30\nrun: {keep: best}`);
    const series = trained!.record.metrics["testAccuracy"]! as number[];
    expect(trained!.models.map(({ epoch }) => epoch)).toEqual([series.indexOf(Math.max(...series))]);
  });
});

describe("unit facts", () => {
  it("name the classes that a stuck network never answers", async () => {
    const [record] = await recordsOf(`
dataset: {name: blobs, samples: 300, classes: 3}
architecture: {hidden: []}
eta: 1000
batchSize: 1
epochs: 1
`);
    expect(record).toMatchObject({ status: "completed", units: { saturated: [] } });
  });
});
