import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunningJob } from "../../src/pipeline/listener.ts";
import { RecentData } from "../../src/pipeline/data/recent-data.ts";
import { runnerTrainer } from "../../src/pipeline/threads/runner-trainer.ts";
import { threadBatches } from "../../src/pipeline/threads/thread-batches.ts";
import { trainBatch, type TrainedBatch, type TrainTask } from "../../src/pipeline/threads/train-batch.ts";
import type { Trainer, TrainerWork } from "../../src/pipeline/trainer.ts";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import type { Runner } from "../../src/runners/runner.ts";
import { emptyStore } from "../../src/store/empty-store.ts";
import { makeJobs, type Job } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";
import { NO_FILES } from "../support/no-files.ts";

const experiment = experimentOf("{dataset: xor, architecture: {hidden: [2]}, eta: [1, 2, 3], epochs: 3}");
const plan = planTrials(experiment);
const jobs = makeJobs(plan.trials, plan);
const [first] = jobs;

/** Jobs of so many seconds; those of one digit train on the same data. */
function jobsOf(parts: readonly { readonly seconds: number; readonly data: number }[]): Job[] {
  return parts.map(({ seconds, data }) => {
    const trial = { ...first!.trials[0], dataDigest: String(data) };
    return { ...first!, trials: [trial], typicalSeconds: seconds };
  });
}

describe("threadBatches()", () => {
  const part = fc.record({
    seconds: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.1, noNaN: true })),
    data: fc.nat(1),
  });

  it("keeps every job and their order, mixes no data, and bounds the work of those that train together", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 600 }), fc.integer({ min: 1, max: 8 }), (parts, threads) => {
        const all = jobsOf(parts);
        const batches = threadBatches(all, threads);
        expect(batches.flatMap((batch) => batch.jobs)).toEqual(all);
        for (const { jobs: together, weight } of batches) {
          const seconds = together.reduce((sum, { typicalSeconds }) => sum + typicalSeconds, 0);
          expect(new Set(together.map(({ trials }) => trials[0].dataDigest)).size).toBe(1);
          expect(together.length === 1 || seconds <= 0.02).toBe(true);
          expect(together.length).toBeLessThanOrEqual(256);
          expect(weight).toBe(seconds <= 0.02 ? 1 : 2);
        }
      }),
    );
  });

  it("gives each of few threads several batches, so that none waits for the last one of another", () => {
    const batches = threadBatches(jobsOf(Array.from({ length: 40 }, () => ({ seconds: 1e-3, data: 0 }))), 2);
    expect(batches.map((batch) => batch.jobs.length)).toEqual(Array.from({ length: 8 }, () => 5));
  });
});

describe("jobs that train together", () => {
  async function trainerOn(
    run: (
      ...task: Parameters<Runner<TrainTask, TrainedBatch>["run"]>
    ) => ReturnType<Runner<TrainTask, TrainedBatch>["run"]>,
    onJobStart: (job: Job, slot: number, running: RunningJob) => void = () => {},
  ): Promise<Trainer> {
    const work: TrainerWork = {
      plan,
      jobs,
      settings: { metrics: [], keep: "none", objective: experiment.objective },
      timeout: undefined,
      load: NO_FILES,
      recent: new RecentData(),
      store: emptyStore(),
      signal: new AbortController().signal,
      listener: { onJobStart },
    };
    return runnerTrainer(() => Promise.resolve({ ...inlineRunner(trainBatch), run }))(work);
  }
  const inline = inlineRunner(trainBatch);
  const runInline: typeof inline.run = (task, limits) => inline.run(task, limits);
  const [one, two, three] = jobs;
  const batch = [one!, two!, three!] as const;

  it("are told of together, each with its own progress", async () => {
    const told: RunningJob[] = [];
    const trainer = await trainerOn(runInline, (_job, _slot, running) => told.push(running));
    const { endings } = await trainer.train([...batch]);
    expect(endings.map(({ trial, outcome }) => [trial.index, outcome.status])).toEqual(
      batch.map(({ trials: [{ index }] }) => [index, "completed"]),
    );
    expect(told.map(({ together }) => together)).toEqual([batch, batch, batch]);
    expect(told.map(({ epochs }) => epochs())).toEqual([3, 3, 3]);
    const { metric } = experiment.objective;
    expect(told.map(({ values }) => Array.from(values).slice(1))).toEqual(
      endings.map(({ record }) => record!.record.metrics[metric]!.slice(1)),
    );
  });

  it("go on without the one that the user cancels", async () => {
    let begun = 0;
    const trainer = await trainerOn(runInline, (job, _slot, { cancel }) => {
      begun += 1;
      if (job === two) cancel();
    });
    const { endings } = await trainer.train([...batch]);
    const statuses = new Map(endings.map(({ trial, outcome }) => [trial, outcome.status]));
    expect(batch.map(({ trials: [trial] }) => statuses.get(trial))).toEqual([
      "completed",
      "cancelled",
      "completed",
    ]);
    expect(begun).toBe(3 + 2);
  });

  it("are tried one by one where their thread died, and only the guilty one fails", async () => {
    const failure = { code: "E_WORKER", message: "the worker died" } as const;
    const together = await trainerOn((task, limits) =>
      task.jobs.includes(two!) ? Promise.resolve({ status: "failed", failure }) : inline.run(task, limits),
    );
    const alone = await trainerOn((task, limits) => {
      const isGuilty = task.jobs.some(({ trials: [{ id }] }) => id === two!.trials[0].id);
      return isGuilty ? Promise.resolve({ status: "failed", failure }) : inline.run(task, limits);
    });
    const by = async (trainer: Trainer): Promise<string[]> =>
      (await trainer.train([...batch])).endings.map(({ outcome }) => outcome.status);
    expect(await by(together)).toEqual(["completed", "completed", "completed"]);
    expect(await by(alone)).toEqual(["completed", "failed", "completed"]);
  });
});
