import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { datasetSource } from "../../src/data/registry.ts";
import { runExperiment, type Run, type RunOptions } from "../../src/pipeline/run-experiment.ts";
import { portrayedTrials } from "../../src/results/portrayed-trials.ts";
import { writePortrait } from "../../src/store/portrait-file.ts";
import { checkpointFile, portraitFile } from "../../src/store/store-paths.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";
import { editRecord } from "../support/stored-records.ts";

const SPEC = `
dataset: {name: moons, samples: 100}
architecture: {hidden: [[], [6]]}
eta: 1
epochs: 5
`;

function run(
  folder: string,
  spec = SPEC,
  options: Partial<RunOptions> = {},
  file = "experiments/test.yaml",
): Promise<Run> {
  return runExperiment(experimentOf(spec, file), {
    resultsDir: join(folder, "results"),
    storeDir: join(folder, "store"),
    load: { dataDir: undefined, cacheDir: join(folder, "cache") },
    inline: true,
    ...options,
  });
}

describe("takePortraits()", () => {
  it("looks at the best and the worst model, once, and sees the same in kept weights", async () => {
    const folder = await temporaryFolder();
    const { results } = await run(folder);
    expect(results.portraits).toHaveLength(2);
    const [best] = portrayedTrials(results);
    const file = portraitFile(join(folder, "store"), best!.trial.id);
    const first = await readFile(file, "utf8");
    expect((await run(folder)).results.portraits).toEqual(results.portraits);
    await rm(file);
    await run(folder, `${SPEC}run: {keep: last}`);
    expect(await readFile(file, "utf8")).toBe(first);
  });

  it("trains no trial for its picture when it has just trained", async () => {
    const notices: string[] = [];
    const listener = { onNotice: (text: string) => void notices.push(text) };
    for (const at of ["last", "best"]) {
      const spec = `${SPEC}replicates: 3\nobjective: {metric: testLoss, at: ${at}}\n`;
      const { results } = await run(await temporaryFolder(), spec, { listener });
      expect(results.portraits).toHaveLength(2);
    }
    expect(notices).toEqual([]);
  });

  it("announces the trial that it trains again", async () => {
    const folder = await temporaryFolder();
    const { results } = await run(folder);
    const { trial } = portrayedTrials(results)[0]!;
    const file = portraitFile(join(folder, "store"), trial.id);
    const first = await readFile(file, "utf8");
    await rm(file);
    await rm(checkpointFile(join(folder, "store"), trial.prefixId, 5));
    const notices: string[] = [];
    await run(folder, SPEC, { listener: { onNotice: (text) => void notices.push(text) } });
    expect(notices).toEqual([
      `training trial ${trial.index} again for its pictures: its weights were not kept`,
    ]);
    expect(await readFile(file, "utf8")).toBe(first);
  });

  it("trains nobody where a look would show nothing: numbers from several features", async () => {
    const folder = await temporaryFolder();
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 7},${i % 5},${(i % 7) + (i % 5)}`);
    await writeFile(join(folder, "sums.csv"), ["a,b,sum", ...rows].join("\n"));
    const spec = `dataset: {name: csv, path: sums.csv, target: sum}
architecture: {hidden: [], output: identity}
loss: mse
eta: 0.01
epochs: 2
`;
    const notices: string[] = [];
    const listener = { onNotice: (text: string) => void notices.push(text) };
    for (let i = 0; i < 2; i++) {
      const { results, undrawn } = await run(folder, spec, { listener }, join(folder, "sums.yaml"));
      expect({ portraits: results.portraits, undrawn }).toEqual({ portraits: [], undrawn: undefined });
    }
    expect(notices.filter((text) => text.includes("for its pictures"))).toEqual([]);
  });

  it("loads the data once for training, confirming and drawing", async () => {
    const load = vi.spyOn(datasetSource("moons"), "load");
    try {
      const { results } = await run(await temporaryFolder(), `${SPEC}replicates: 2\nreport: {confirm: 2}\n`);
      expect(results).toMatchObject({ complete: true, portraits: { length: 2 } });
      expect(results.confirmation).toBeDefined();
      expect(load).toHaveBeenCalledTimes(1);
    } finally {
      load.mockRestore();
    }
  });

  it("takes a damaged portrait again", async () => {
    const folder = await temporaryFolder();
    const { results } = await run(folder);
    const file = portraitFile(join(folder, "store"), results.portraits![0]!.trialId);
    const whole = await readFile(file, "utf8");
    await writeFile(file, whole.replace("confusion", "confusing"));
    await run(folder);
    expect(await readFile(file, "utf8")).toBe(whole);
  });

  it("refuses a model that does not reproduce its record", async () => {
    const folder = await temporaryFolder();
    const { results } = await run(folder);
    const { id } = portrayedTrials(results)[0]!.trial;
    const store = join(folder, "store");
    await editRecord(store, id, ({ record, kept }) => {
      const metrics = { ...record.metrics, testLoss: record.metrics["testLoss"]!.map(() => 0.5) };
      return { kept, record: { ...record, metrics } };
    });
    await rm(portraitFile(store, id));
    const again = await run(folder);
    expect(again.undrawn).toMatch(/did not reproduce its record: testLoss at epoch 0 was 0.5, is /);
    expect(again.results.portraits).toEqual([]);
    expect(again.folder).toBeDefined();
  });

  it("costs no results when it is stopped as soon as the last trial has ended", async () => {
    const folder = await temporaryFolder();
    const controller = new AbortController();
    let ended = 0;
    const stopped = await run(folder, SPEC, {
      signal: controller.signal,
      listener: { onTrialEnd: () => void (++ended === 2 && controller.abort()) },
    });
    expect(stopped).toMatchObject({ cancelled: true, undrawn: "it was cancelled" });
    const tables = ["trials.csv", "epochs.csv", "summary.json", "summary.md"];
    for (const table of tables) expect(await readdir(stopped.folder!)).toContain(table);
    const again = await run(folder);
    expect(again).toMatchObject({ cancelled: false, results: { portraits: { length: 2 } } });
    expect(again.undrawn).toBeUndefined();
  });

  it("costs no tables when drawing fails", async () => {
    const folder = await temporaryFolder();
    const { results, folder: written } = await run(folder);
    const trialId = results.portraits![0]!.trialId;
    await writePortrait(join(folder, "store"), { trialId, part: "test", confusion: 7 } as never, "last");
    const tables = ["epochs.csv", "summary.json", "trials.csv"];
    const failed = await run(folder);
    expect(failed.undrawn).toBeDefined();
    expect((await readdir(written!)).toSorted()).toEqual(tables);
  });
});
