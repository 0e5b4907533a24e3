import { describe, expect, it } from "vitest";
import { trainJob, type TrainTask } from "../../src/pipeline/train-job.ts";
import { trainMissing } from "../../src/pipeline/train-missing.ts";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import type { Runner } from "../../src/runners/runner.ts";
import { RecordStore } from "../../src/store/record-store.ts";
import type { TrainedTrial } from "../../src/training/train-trial.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

const SPEC = "{dataset: xor, architecture: {hidden: [2]}, eta: 1, epochs: [3, 9, 5], replicates: 2}";

async function train(
  runner: Runner<TrainTask, TrainedTrial[]>,
): Promise<{ statuses: string[]; stored: number }> {
  const experiment = experimentOf(SPEC);
  const plan = planTrials(experiment);
  const store = new RecordStore(await temporaryFolder());
  const outcomes = await trainMissing(plan, plan.trials, {
    runner,
    store,
    load: { dataDir: undefined, cacheDir: "/nonexistent" },
    settings: { metrics: [], keep: "none", objective: experiment.objective },
    timeout: undefined,
    signal: new AbortController().signal,
    listener: {},
  });
  const records = await Promise.all(plan.trials.map(({ id }) => store.read(id)));
  return {
    statuses: plan.trials.map(({ id }) => outcomes.get(id)!.status),
    stored: records.filter((record) => record !== undefined).length,
  };
}

/** Runs tasks inline, notes them, and lets the worker of chosen ones "die". */
function spy(dies: (task: TrainTask) => boolean): {
  runner: Runner<TrainTask, TrainedTrial[]>;
  tasks: TrainTask[];
} {
  const inline = inlineRunner(trainJob);
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

describe("trainMissing()", () => {
  it("hands out the longest trials first and answers for every trial of the plan", async () => {
    const { runner, tasks } = spy(() => false);
    const { statuses, stored } = await train(runner);
    expect(tasks.map(({ job }) => job.trials[0]!.configuration.epochs)).toEqual([9, 9, 5, 5, 3, 3]);
    expect(statuses).toEqual(Array.from({ length: 6 }, () => "completed"));
    expect(stored).toBe(6);
  });

  it("fails the trial whose worker dies, and only that one", async () => {
    const { runner } = spy(({ job }) => job.trials[0]!.index === 3);
    const { statuses, stored } = await train(runner);
    expect(statuses).toEqual(["completed", "completed", "completed", "failed", "completed", "completed"]);
    expect(stored).toBe(5);
  });

  it("never gives a region again that a dead worker may still write to", async () => {
    const { runner, tasks } = spy(({ job }) => job.trials[0]!.index === 3);
    await train(runner);
    const [before, died, after] = tasks;
    expect(died!.region).toEqual(before!.region);
    expect(after!.region.offset).toBeGreaterThanOrEqual(died!.region.offset + died!.region.bytes);
  });
});
