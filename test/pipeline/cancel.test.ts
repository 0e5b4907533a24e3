import { expect, it } from "vitest";
import type { RunningJob } from "../../src/pipeline/listener.ts";
import { runExperiment, type Run } from "../../src/pipeline/run-experiment.ts";
import type { Job } from "../../src/trials/job.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

const SPEC = "{dataset: xor, architecture: {hidden: [2]}, eta: [1, 2, 3], batchSize: full, epochs: 2}";

async function run(
  folder: string,
  onJobStart: (job: Job, slot: number, running: RunningJob) => void,
): Promise<Run> {
  return runExperiment(experimentOf(SPEC), {
    resultsDir: `${folder}/results`,
    storeDir: `${folder}/store`,
    load: { dataDir: undefined, cacheDir: folder },
    inline: true,
    listener: { onJobStart },
  });
}

it("cancel() ends one job: a fact about the run that is never stored; the next run trains it", async () => {
  const folder = await temporaryFolder();
  const first = await run(folder, ({ trials }, _slot, { cancel }) => {
    if (trials[0].index === 1) cancel();
  });
  expect(first.cancelled).toBe(false);
  expect(first.plan.trials.map(({ id }) => first.outcomes.get(id)!.status)).toEqual([
    "completed",
    "cancelled",
    "completed",
  ]);
  expect(first.results.complete).toBe(false);
  const started: number[] = [];
  const second = await run(folder, ({ trials }) => void started.push(trials[0].index));
  expect(started).toEqual([1]);
  expect(second.results.complete).toBe(true);
});

it("values has the objective's value at the end of each epoch", async () => {
  const values: ArrayLike<number>[] = [];
  const { plan, outcomes } = await run(
    await temporaryFolder(),
    (_job, _slot, job) => void values.push(job.values),
  );
  const series = plan.trials.map(({ id }) => {
    const outcome = outcomes.get(id)!;
    return "metrics" in outcome ? outcome.metrics[plan.experiment.objective.metric] : [];
  });
  expect(values.map((curve) => Array.from(curve).slice(1))).toEqual(series.map((curve) => curve!.slice(1)));
});
