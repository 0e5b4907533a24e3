import { describe, expect, it } from "vitest";
import { trainBatch, type TrainedBatch, type TrainTask } from "../../src/pipeline/threads/train-batch.ts";
import { runnerTrainer } from "../../src/pipeline/threads/runner-trainer.ts";
import { trainMissing } from "../../src/pipeline/train-missing.ts";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import type { Runner } from "../../src/runners/runner.ts";
import { RecordStore } from "../../src/store/record-store.ts";
import { makeJobs, type Job } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";
import { NO_FILES } from "../support/no-files.ts";

/** Two jobs of three trials each: indices 0 to 2 and 3 to 5. */
const SPEC = "{dataset: xor, architecture: {hidden: [2]}, eta: [1, 2], epochs: [3, 9, 5]}";

async function train(
  runner: Runner<TrainTask, TrainedBatch>,
): Promise<{ statuses: string[]; stored: number }> {
  const experiment = experimentOf(SPEC);
  const plan = planTrials(experiment);
  const store = new RecordStore(await temporaryFolder());
  const jobs = makeJobs(plan.trials, plan);
  const shared = { plan, store, signal: new AbortController().signal, listener: {} };
  const trainer = await runnerTrainer(() => Promise.resolve(runner))({
    ...shared,
    jobs,
    load: NO_FILES,
    settings: { metrics: [], keep: "none", objective: experiment.objective },
    timeout: undefined,
  });
  const outcomes = await trainMissing(jobs, { ...shared, trainer });
  const records = await Promise.all(plan.trials.map(({ id }) => store.read(id)));
  await store.close();
  return {
    statuses: plan.trials.map(({ id }) => outcomes.get(id)!.status),
    stored: records.filter((record) => record !== undefined).length,
  };
}

/** Runs tasks inline, notes them, and lets the worker of chosen ones "die". */
function spy(dies: (task: TrainTask) => boolean): {
  runner: Runner<TrainTask, TrainedBatch>;
  tasks: TrainTask[];
} {
  const inline = inlineRunner(trainBatch);
  const tasks: TrainTask[] = [];
  const runner: typeof inline = {
    ...inline,
    run(task, limits) {
      tasks.push(task);
      const failure = { code: "E_WORKER", message: "the worker died" } as const;
      return dies(task) ? Promise.resolve({ status: "failed", failure }) : inline.run(task, limits);
    },
  };
  return { runner, tasks };
}

function indicesOf(jobs: readonly Job[]): number[] {
  return jobs.flatMap(({ trials }) => trials.map(({ index }) => index));
}

describe("trainMissing()", () => {
  it("trains what differs in epochs alone as one job, and answers for every trial", async () => {
    const { runner, tasks } = spy(() => false);
    const { statuses, stored } = await train(runner);
    expect(tasks.map(({ jobs: [job] }) => [job!.epochs, job!.trials.length])).toEqual([
      [9, 3],
      [9, 3],
    ]);
    expect(statuses).toEqual(Array.from({ length: 6 }, () => "completed"));
    expect(stored).toBe(6);
  });

  it("tries trials one by one that failed together, and fails only the one whose worker dies again", async () => {
    const { runner, tasks } = spy(({ jobs }) => indicesOf(jobs).includes(1));
    const { statuses, stored } = await train(runner);
    const tried = tasks.map(({ jobs }) => indicesOf(jobs));
    // Both jobs claim their trials at once, so that either may be first.
    expect(tried.filter(([first]) => first! < 3)).toEqual([[0, 1, 2], [0], [1], [2]]);
    expect(tried.filter(([first]) => first! >= 3)).toEqual([[3, 4, 5]]);
    expect(statuses).toEqual(["completed", "failed", "completed", "completed", "completed", "completed"]);
    expect(stored).toBe(5);
  });

  it("never gives a region again that a dead worker may still write to", async () => {
    const dies = ({ jobs }: TrainTask) => indicesOf(jobs).length > 1;
    const { runner, tasks } = spy(dies);
    await train(runner);
    expect(tasks.length).toBe(8);
    for (const [position, task] of tasks.entries()) {
      const { offset, bytes } = task.region!;
      const later = tasks.slice(position + 1).map(({ region }) => region!.offset);
      if (dies(task)) expect(later.filter((next) => next < offset + bytes)).toEqual([]);
    }
    expect(new Set(tasks.map(({ region }) => region!.offset)).size).toBe(3);
  });
});
