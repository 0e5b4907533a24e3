import { localMeans } from "../../src/pipeline/local-means.ts";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { SweepListener } from "../../src/pipeline/listener.ts";
import { exportModel } from "../../src/pipeline/models/export-model.ts";
import { runExperiment, type Run, type RunOptions } from "../../src/pipeline/run-experiment.ts";
import { mergeStore } from "../../src/store/merge-store.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

const EXPERIMENT = experimentOf(`
dataset: {name: moons, samples: 100}
architecture: {hidden: [[], [3], [6]]}
eta: [0.01, 1]
epochs: 5
replicates: 2
`);

let folder: string;
/** Ids of the trials that began, each time that one did. */
let begun: string[];
beforeEach(async () => {
  folder = await temporaryFolder();
  begun = [];
});

function optionsWith(store: string, listener: SweepListener = {}): RunOptions {
  return {
    resultsDir: join(folder, "results"),
    storeDir: join(folder, store),
    load: { dataDir: undefined, cacheDir: join(folder, "cache") },
    inline: true,
    listener: {
      ...listener,
      onJobStart(job, ...rest) {
        begun.push(...job.trials.map(({ id }) => id));
        listener.onJobStart?.(job, ...rest);
      },
    },
  };
}

function run(store: string, { listener, ...more }: Partial<RunOptions> = {}): Promise<Run> {
  return runExperiment(EXPERIMENT, { ...optionsWith(store, listener), ...more });
}

/** Every trial has trained once, and none a second time for its picture or its file. */
function expectEachOnce({ plan, results }: Run): void {
  expect(results.portraits).toHaveLength(2);
  expect(begun.toSorted()).toEqual(plan.trials.map(({ id }) => id).toSorted());
}

async function portraitsIn(store: string): Promise<string[]> {
  const names = await readdir(join(folder, store), { recursive: true });
  return names.filter((name) => name.endsWith(".portrait.json")).map((name) => join(folder, store, name));
}

describe("keepModels()", () => {
  it("keeps what pictures show, for other pictures and for files of models", async () => {
    await run("store");
    for (const file of await portraitsIn("store")) await rm(file);
    expectEachOnce(await run("store"));
    const model = await exportModel(EXPERIMENT, {
      ...localMeans(optionsWith("store")),
      choose: (_, { best }) => best!.trials.toSorted((a, b) => b.objective! - a.objective!)[0]!.trial,
    });
    expect(model?.layers).toHaveLength(2);
    expectEachOnce(await run("store"));
  });

  it("keeps what leads in each shard, so that whoever merges them trains nobody", async () => {
    for (const number of [1, 2]) {
      const { folder: written } = await run(`shard-${number}`, { shard: { number, of: 2 } });
      expect(written).toBeUndefined();
      for await (const { fate } of mergeStore(join(folder, `shard-${number}`), join(folder, "store")))
        expect(fate).toBe("new");
    }
    expectEachOnce(await run("store"));
  });

  it("keeps what leads when the user stops a sweep, so that going on trains only what is missing", async () => {
    const controller = new AbortController();
    const onTrialEnd = (): void => {
      if (begun.length >= 6) controller.abort();
    };
    const cut = await run("store", { signal: controller.signal, listener: { onTrialEnd } });
    expect(cut).toMatchObject({ cancelled: true, folder: undefined });
    const ended = cut.plan.trials.filter(({ id }) => cut.outcomes.get(id)?.status === "completed");
    expect(ended.length).toBeGreaterThan(0);
    begun = begun.filter((id) => ended.some((trial) => trial.id === id));
    expectEachOnce(await run("store"));
  });
});
