import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runExperiment, type Run } from "../../src/pipeline/run-experiment.ts";
import { portrayedTrials } from "../../src/results/portrayed-trials.ts";
import { RecordStore } from "../../src/store/record-store.ts";
import { portraitFile, recordFile } from "../../src/store/store-paths.ts";
import { encodeRecord } from "../../src/store/record-text.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

const SPEC = `
dataset: {name: moons, samples: 100}
architecture: {hidden: [[], [6]]}
eta: 1
epochs: 5
`;

function run(folder: string, spec = SPEC): Promise<Run> {
  return runExperiment(experimentOf(spec), {
    resultsDir: join(folder, "results"),
    storeDir: join(folder, "store"),
    load: { dataDir: undefined, cacheDir: join(folder, "cache") },
    inline: true,
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
    const { record, kept } = (await new RecordStore(store).read(id))!;
    const metrics = { ...record.metrics, testLoss: record.metrics["testLoss"]!.map(() => 0.5) };
    await writeFile(recordFile(store, id), encodeRecord({ kept, record: { ...record, metrics } }));
    await rm(portraitFile(store, id));
    await expect(run(folder)).rejects.toThrow(/must reproduce its record: testLoss at epoch 0 was 0.5, is /);
  });
});
