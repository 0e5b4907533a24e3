/**
 * Searches that learn from results: the same trials and tables however they run, and no epoch trained twice.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkExperiment } from "../../../src/pipeline/check-experiment.ts";
import { planSoFar } from "../../../src/pipeline/rounds/plan-so-far.ts";
import { runExperiment, type Run, type RunOptions } from "../../../src/pipeline/run-experiment.ts";
import { storedExperiment } from "../../../src/pipeline/stored-experiment.ts";
import { verifyExperiment } from "../../../src/pipeline/verify-experiment.ts";
import { RecordStore } from "../../../src/store/record-store.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { lengthOf } from "../../../src/configuration/kind-of.ts";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { removeRecords } from "../../support/stored-records.ts";
import { experimentOf } from "../../support/train.ts";

const BASE = "dataset: {name: moons, samples: 120}\narchitecture: {hidden: [4]}\n";
const DRAWN = `${BASE}eta: {logUniform: {from: 1e-3, to: 1e3}}\n`;
const SPECS = {
  halving: `${DRAWN}epochs: 9\nreplicates: 2\nsweep: {search: {method: halving, configurations: 9}}\n`,
  "halving of a grid": `${BASE}eta: [0.01, 0.1, 1, 10]\nloss: [mse, quadratic]\nepochs: 4\nsweep: {search: {method: halving, factor: 2}}\n`,
  hyperband: `${DRAWN}epochs: 9\nsweep: {search: {method: hyperband}}\n`,
  racing: `${BASE}eta: [0.01, 1, 3, 1e9]\nepochs: 3\nreplicates: 12\nsweep: {search: {method: racing, first: 2}}\n`,
  tpe: `${DRAWN}epochs: 2\nsweep: {search: {method: tpe, configurations: 11, generation: 4}, include: [{eta: 0.5}]}\n`,
} as const;
const NAMES = Object.keys(SPECS) as (keyof typeof SPECS)[];
const CONFIRM = "report: {confirm: 2}\n";

/** What each search trained, in its own terms. */
const SPENT = {
  halving: { trials: 18, lengths: [9, 3, 3, 1, 1, 1, 1, 1, 1] },
  "halving of a grid": { trials: 8, lengths: [4, 4, 2, 2, 1, 1, 1, 1] },
  hyperband: { trials: 17, lengths: [9, 9, 9, 9, 9, 3, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1] },
} as const;

interface Swept extends Run {
  /** Epochs that were trained. */
  readonly epochs: number;
}

async function place(): Promise<RunOptions & { folder: string }> {
  const folder = await temporaryFolder();
  const load = { dataDir: undefined, cacheDir: join(folder, "cache") };
  return { folder, resultsDir: join(folder, "results"), storeDir: join(folder, "store"), load, inline: true };
}

async function sweep(yaml: string, where: RunOptions, stopAfter = Infinity): Promise<Swept> {
  const controller = new AbortController();
  const planned = new Map<string, number>();
  let [epochs, ended] = [0, 0];
  const run = await runExperiment(experimentOf(yaml + CONFIRM), {
    ...where,
    signal: controller.signal,
    listener: {
      onJobStart: (job, _slot, running) => planned.set(job.trials[0].id, job.epochs - running.epochs()),
      onTrialEnd: ({ id }, { status }) => {
        if (status !== "cancelled") epochs += planned.get(id)!;
        if ((ended += 1) === stopAfter) controller.abort();
      },
    },
  });
  return { ...run, epochs };
}

describe.each(NAMES)("%s", (name) => {
  const yaml = SPECS[name];

  it("trains the same trials with threads, after a stop, from another store, and again", async () => {
    const [alone, threads, stopped] = [await place(), await place(), await place()];
    const first = await sweep(yaml, alone);
    expect(first.results.complete).toBe(true);
    const files = await digestsBelow(alone.resultsDir);
    expect(await sweep(yaml, alone)).toMatchObject({ epochs: 0 });
    expect(await digestsBelow(alone.resultsDir)).toEqual(files);
    await sweep(yaml, { ...threads, inline: false, workers: 2 });
    expect(await digestsBelow(threads.resultsDir)).toEqual(files);
    let epochs = 0;
    for (let run; run?.cancelled ?? true; epochs += run.epochs) run = await sweep(yaml, stopped, 5);
    expect(await digestsBelow(stopped.resultsDir)).toEqual(files);
    expect(epochs).toBe(first.epochs);
  });

  it("is verified, checked and read from the store", async () => {
    const where = await place();
    const { plan } = await sweep(yaml, where);
    const experiment = experimentOf(yaml + CONFIRM);
    expect(await checkExperiment(experiment, where)).toMatchObject({ differences: [], cancelled: false });
    expect(await verifyExperiment(experiment, where)).toMatchObject({ differences: [], absent: 0 });
    expect(await verifyExperiment(experiment, { ...where, sample: 3 })).toMatchObject({
      differences: [],
      absent: 0,
    });
    const stored = await storedExperiment(experiment, where, () => {});
    expect(stored.missing).toEqual([]);
    expect(stored.plan.trials.map(({ id }) => id)).toEqual(plan.trials.map(({ id }) => id));
    const other = experimentOf((yaml + CONFIRM).replace("moons", "moons, seed: 7"));
    const { differences } = await verifyExperiment(other, where);
    expect(differences.join("\n")).toMatch(/are not in it/);
  });
});

describe.each(["halving", "halving of a grid", "hyperband"] as const)("%s", (name) => {
  it("trains each configuration as far as its rungs say, and no epoch twice", async () => {
    const where = await place();
    const { plan, epochs, results } = await sweep(SPECS[name], where);
    const lengths = plan.configurations.map(({ configuration }) => lengthOf(configuration));
    expect(lengths.toSorted((a, b) => b - a)).toEqual(SPENT[name].lengths);
    expect(plan.trials).toHaveLength(SPENT[name].trials);
    const replicates = plan.experiment.replicates.count;
    const confirmed = 2 * Math.max(...lengths);
    expect(epochs).toBe(replicates * lengths.reduce((sum, length) => sum + length, 0) + confirmed);
    expect(lengthOf(results.best!.configuration)).toBe(Math.max(...lengths));
  });

  it("leaves no weights but those of models that pictures show, also where it was stopped", async () => {
    const where = await place();
    for (let run; run?.cancelled ?? true;) run = await sweep(SPECS[name], where, 5);
    const weights = Object.keys(await digestsBelow(where.storeDir)).filter((file) =>
      file.endsWith(".safetensors"),
    );
    const whole = Math.max(...SPENT[name].lengths);
    const ofRungs = weights.filter((file) => !file.endsWith(`.epoch-${whole}.safetensors`));
    expect(ofRungs.length, weights.join("\n")).toBeLessThanOrEqual(1); // the worst model is drawn beside the best
  });

  it("is decided by the last records alone", async () => {
    const where = await place();
    const { plan } = await sweep(SPECS[name], where);
    const final = new Set(plan.trials.map(({ id }) => id));
    const records = new RecordStore(where.storeDir);
    const read = async (id: string) => (final.has(id) ? records.read(id) : undefined);
    const found = await planSoFar(experimentOf(SPECS[name]), { read, hasWeights: () => false });
    expect(found.plan.trials.map(({ id }) => id)).toEqual(plan.trials.map(({ id }) => id));
  });
});

describe("racing", () => {
  it("gives more replicates only to those that may be the best", async () => {
    const { plan, results } = await sweep(SPECS.racing, await place());
    const counts = results.configurations.map(({ trials }) => trials.length);
    expect(plan.trials).toHaveLength(32);
    expect(counts).toEqual([4, 12, 12, 4]); // those of the worst two end at the second look
    expect(results.best!.trials).toHaveLength(Math.max(...counts));
    expect(results.comparing).toMatchObject([{ error: "race" }]);
  });
});

describe("tpe", () => {
  it("chooses by results, from what is tried first on", async () => {
    const { plan } = await sweep(SPECS.tpe, await place());
    expect(plan.configurations).toHaveLength(12);
    const { chosen } = plan.experiment.sweep.search!.decided!;
    expect(chosen).toHaveLength(7);
    expect(chosen.some(({ near }) => near.length > 0)).toBe(true);
    expect(new Set(plan.trials.map(({ id }) => id)).size).toBe(12);
  });

  it("continues with other points where results differ", async () => {
    const [one, other] = [await place(), await place()];
    const [a, b] = [await sweep(SPECS.tpe, one), await sweep(`objective: testLoss\n${SPECS.tpe}`, other)];
    const etas = ({ plan }: Run) =>
      plan.configurations.map(({ configuration }) => JSON.stringify(configuration));
    expect(etas(b).slice(0, 5)).toEqual(etas(a).slice(0, 5));
    expect(etas(b)).not.toEqual(etas(a));
  });
});

it("records that are lost train again, to the same bytes", async () => {
  const where = await place();
  const before = await sweep(SPECS.halving, where);
  const files = await digestsBelow(where.resultsDir);
  await removeRecords(where.storeDir);
  await rm(where.resultsDir, { recursive: true });
  const { epochs } = await sweep(SPECS.halving, where);
  expect(epochs).toBeGreaterThan(0);
  expect(epochs).toBeLessThan(before.epochs); // the weights of the models in the pictures are still there
  expect(await digestsBelow(where.resultsDir)).toEqual(files);
});

it("the summary says what was spent", async () => {
  const where = await place();
  await sweep(SPECS.halving, where);
  const summary = await readFile(join(where.resultsDir, "test", "summary.md"), "utf8");
  expect(summary).toContain("of every 3, the best one continued to the next of 1, 3, 9 epochs.");
  expect(summary).toContain("It took 42 of the 162 epochs of training them all to the end (26 %).");
});

it("halving trains a repeated point once, however long its configurations train", async () => {
  const when = "when: [{if: {eta: 1000}, set: {batchSize: 10}}]";
  const grid = `${BASE}eta: [1000, 1, 0.1]\nbatchSize: [10, 20]\nepochs: 9\n`;
  const { plan, results } = await sweep(
    `${grid}sweep: {search: {method: halving}, ${when}}\n`,
    await place(),
  );
  expect(plan.duplicates).toHaveLength(1);
  const trained = plan.configurations.map(
    ({ configuration }) => configuration as { eta: number; epochs: number },
  );
  expect(trained.map(({ eta }) => eta)).toEqual([1000, 1, 1, 0.1, 0.1]);
  expect(trained.map(({ epochs }) => epochs).toSorted((a, b) => a - b)).toEqual([1, 1, 1, 1, 9]);
  expect(lengthOf(results.best!.configuration)).toBe(9);
});

it("tpe tries what is new in a small space, and calls nothing a duplicate", async () => {
  const few = "epochs: 1\nsweep: {search: {method: tpe, configurations: 12, generation: 4}}\n";
  const yaml = `${BASE}eta: 1\nbatchSize: {integers: {from: 5, to: 20}}\n${few}`;
  const { plan, results } = await sweep(yaml, await place());
  expect(plan.configurations).toHaveLength(12);
  expect(plan.duplicates).toEqual([]);
  expect(planTrials(plan.experiment)).toEqual(plan);
  expect(results.warnings.map(({ code }) => code)).not.toContain("duplicatePoints");
});
