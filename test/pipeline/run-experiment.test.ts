import { asNetwork } from "../../src/configuration/kind-of.ts";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runExperiment, type Run, type RunOptions } from "../../src/pipeline/run-experiment.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

const SPEC = `
description: Small, with every kind of outcome
dataset: [{name: moons, samples: 200}, {name: digits, train: 300, validation: 50, test: 50}]
architecture: {hidden: [[], [6, 5]], activation: relu, output: identity}
loss: mse
eta: [0.1, 1e6]
epochs: 4
replicates: 2
`;

interface Place {
  readonly folder: string;
  readonly results: string;
}

async function place(): Promise<Place> {
  const folder = await temporaryFolder();
  return { folder, results: join(folder, "results") };
}

function run(yaml: string, { folder, results }: Place, options: Partial<RunOptions> = {}): Promise<Run> {
  const load = { dataDir: undefined, cacheDir: join(folder, "cache") };
  const storeDir = join(folder, "store");
  return runExperiment(experimentOf(yaml), { resultsDir: results, storeDir, load, ...options });
}

describe("runExperiment()", () => {
  it("writes the same page whatever else another experiment has had measured of its trials", async () => {
    const spec = "{dataset: xor, architecture: {hidden: []}, eta: 1, epochs: 2}";
    const where = await place();
    await run(spec, where, { inline: true });
    const before = await digestsBelow(where.results);
    const other = { ...where, results: join(where.folder, "other") };
    await run(spec.replace("epochs", "metrics: [trainLoss], epochs"), other, { inline: true });
    await run(spec, where, { inline: true });
    expect(await digestsBelow(where.results)).toEqual(before);
  });

  it("writes the same bytes with 1, 2 and 4 threads and in this thread", async () => {
    const ways: Partial<RunOptions>[] = [{ workers: 1 }, { workers: 2 }, { workers: 4 }, { inline: true }];
    const digests = [];
    for (const way of ways) {
      const where = await place();
      const { results } = await run(SPEC, where, way);
      expect(results.complete).toBe(true);
      digests.push(await digestsBelow(where.results));
    }
    expect(Object.keys(digests[0]!)).toEqual(
      expect.arrayContaining(["test/trials.csv", "test/epochs.csv", "test/summary.json", "test/summary.md"]),
    );
    for (const other of digests.slice(1)) expect(other).toEqual(digests[0]);
  });

  it("trains nothing a second time, and writes the same bytes from the store", async () => {
    const where = await place();
    await run(SPEC, where, { inline: true });
    const first = await digestsBelow(where.results);
    await rm(where.results, { recursive: true });
    let trained = 0;
    await run(SPEC, where, { inline: true, listener: { onTrialEnd: () => trained++ } });
    expect(trained).toBe(0);
    expect(await digestsBelow(where.results)).toEqual(first);
  });

  it("trains only the difference when the grid grows", async () => {
    const where = await place();
    const small = SPEC.replace("eta: [0.1, 1e6]", "eta: [0.1]");
    await run(small, where, { inline: true });
    const trained = new Set<number>();
    await run(SPEC, where, {
      inline: true,
      listener: { onTrialEnd: (trial) => trained.add(asNetwork(trial.configuration).eta) },
    });
    expect([...trained]).toEqual([1e6]);
  });

  it("counts a record as missing when it lacks a metric or weights that are now wanted", async () => {
    const where = await place();
    let trained = 0;
    const listener = { onTrialEnd: () => trained++ };
    const spec = "{dataset: xor, architecture: {hidden: [2]}, eta: 1, epochs: 3}";
    await run(spec, where, { inline: true, listener });
    await run(spec.replace("epochs", "metrics: [trainAccuracy], epochs"), where, { inline: true, listener });
    await run(spec.replace("epochs", "run: {keep: last}, epochs"), where, { inline: true, listener });
    await run(spec.replace("epochs", "run: {keep: last}, epochs"), where, { inline: true, listener });
    expect(trained).toBe(3);
  });

  it("makes a timeout a row of an incomplete table, and tries the trial again next time", async () => {
    const where = await place();
    const spec =
      "{dataset: {name: digits, train: 2000}, architecture: {hidden: [200]}, eta: 1, epochs: [1, 5000], run: {timeout: 1.5}}";
    const first = await run(spec, where, { workers: 2 });
    expect(first.results.complete).toBe(false);
    expect([...first.outcomes.values()].map(({ status }) => status).toSorted()).toEqual([
      "completed",
      "timeout",
    ]);
    let trained = 0;
    await run(spec, where, { workers: 2, listener: { onTrialEnd: () => trained++ } });
    expect(trained).toBe(1);
  });

  it("leaves results alone and keeps finished records when it is cancelled", async () => {
    const where = await place();
    const controller = new AbortController();
    const spec =
      "{dataset: {name: digits, train: 1000}, architecture: {hidden: [20]}, eta: 1, epochs: 20, replicates: 30}";
    const listener = { onTrialEnd: () => controller.abort() };
    const cancelled = await run(spec, where, { workers: 2, signal: controller.signal, listener });
    expect(cancelled.folder).toBeUndefined();
    expect(await digestsBelow(where.results)).toEqual({});
    let trained = 0;
    const resumed = await run(spec, where, { workers: 2, listener: { onTrialEnd: () => trained++ } });
    expect(resumed.results.complete).toBe(true);
    expect(trained).toBeLessThan(30);
  });

  it("refuses data and networks beyond 4 GiB with the figure", async () => {
    const where = await place();
    const spec = "{dataset: xor, architecture: {hidden: [40000, 40000]}, eta: 1, epochs: 1}";
    await expect(run(spec, where, { workers: 1 })).rejects.toMatchObject({
      code: "E_MEMORY",
      message: expect.stringMatching(/\d\.\d\d GiB/),
    });
  });
});
