import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runExperiment, type Run } from "../../src/pipeline/run-experiment.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";
import { removeRecords } from "../support/stored-records.ts";

const SPEC =
  "{dataset: {name: moons, samples: 60}, architecture: {hidden: [4]}, eta: [1, 1e9], replicates: 2, ";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

/** Sweeps; returns the epoch that each job began with, too. */
async function run(more: string, store = "store"): Promise<Run & { starts: number[] }> {
  const starts: number[] = [];
  const result = await runExperiment(experimentOf(`${SPEC}${more}}`), {
    resultsDir: join(folder, "results"),
    storeDir: join(folder, store),
    load: { dataDir: undefined, cacheDir: folder },
    inline: true,
    listener: { onJobStart: (_job, _slot, running) => starts.push(running.epochs()) },
  });
  return { ...result, starts };
}

describe("raising epochs", () => {
  it.each(["last", "all"])("goes on from weights that run.keep: %s kept, to the same bytes", async (keep) => {
    const first = await run(`epochs: 4, run: {keep: ${keep}}`);
    expect(first.starts).toEqual([0, 0, 0, 0]);
    const raised = await run(`epochs: [9, 6], run: {keep: ${keep}}`);
    expect(raised.starts.slice(0, 2)).toEqual([4, 4]);
    const files = await digestsBelow(join(folder, "results"));
    const alone = await run(`epochs: [9, 6], run: {keep: ${keep}}`, "elsewhere");
    expect(alone.starts).toEqual([0, 0, 0, 0]);
    expect(await digestsBelow(join(folder, "results"))).toEqual(files);
    expect(await kept("store")).toMatchObject(await kept("elsewhere"));
  });

  it("begins anew where other metrics are wanted, or the best weights of all epochs", async () => {
    await run("epochs: 4, run: {keep: last}");
    expect((await run("epochs: 6, metrics: [trainLoss]")).starts).toEqual([0, 0, 0, 0]);
    expect((await run("epochs: 7, run: {keep: best}")).starts).toEqual([0, 0, 0, 0]);
  });

  it("begins anew with restoreBest: its best epoch may lie before the weights that were kept", async () => {
    const spec =
      "epochs: 9, run: {keep: last}, earlyStopping: {metric: testLoss, patience: 2, restoreBest: true}";
    await run(spec);
    const files = await digestsBelow(join(folder, "results"));
    await removeRecords(join(folder, "store"));
    expect((await run(spec)).starts).toEqual([0, 0, 0, 0]);
    expect(await digestsBelow(join(folder, "results"))).toEqual(files);
  });

  it("trains again a trial whose weights are gone, as long as they are wanted", async () => {
    await run("epochs: 4, run: {keep: last}");
    const before = await kept("store");
    const [[gone]] = Object.entries(before) as [[string, string]];
    await rm(join(folder, "store", gone));
    expect((await run("epochs: 4")).starts).toEqual([]);
    expect((await run("epochs: 4, run: {keep: last}")).starts).toEqual([0]);
    expect(await kept("store")).toEqual(before);
  });

  it.each(["last", "all", "best"])(
    "keeps with %s what it then looks for: nothing trains twice",
    async (keep) => {
      const spec = `epochs: 5, run: {keep: ${keep}}`;
      expect((await run(spec)).starts).toHaveLength(4);
      expect((await run(spec)).starts).toEqual([]);
      const stopped = `${spec}, earlyStopping: {metric: testLoss, patience: 1, minDelta: 0.01, restoreBest: true}`;
      expect((await run(stopped)).starts).toHaveLength(4);
      expect((await run(stopped)).starts).toEqual([]);
    },
  );

  it("sets damaged weights aside and begins anew", async () => {
    await run("epochs: 4, run: {keep: last}");
    for (const name of Object.keys(await kept("store"))) {
      const file = join(folder, "store", name);
      const bytes = await readFile(file);
      bytes[bytes.length - 3]! ^= 1;
      await writeFile(file, bytes);
    }
    expect((await run("epochs: 6")).starts).toEqual([0, 0, 0, 0]);
    const names = await readdir(join(folder, "store"), { recursive: true });
    expect(names.filter((name) => name.endsWith("safetensors.damaged"))).not.toEqual([]);
  });
});

describe("lowering epochs", () => {
  it("trains nothing where run.keep: all kept the weights of that epoch", async () => {
    await run("epochs: 6, run: {keep: all}");
    const lowered = await run("epochs: 3");
    expect(lowered.starts.slice(0, 2)).toEqual([3, 3]);
    const files = await digestsBelow(join(folder, "results"));
    await run("epochs: 3", "elsewhere");
    expect(await digestsBelow(join(folder, "results"))).toEqual(files);
  });
});

async function kept(store: string): Promise<Record<string, string>> {
  const files = Object.entries(await digestsBelow(join(folder, store)));
  return Object.fromEntries(files.filter(([name]) => name.endsWith(".safetensors")));
}
