import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { VERSIONS } from "../../src/fleet/names.ts";
import { ActiveJobs } from "../../src/fleet/worker/active-jobs.ts";
import { trainNetworks } from "../../src/fleet/worker/train-networks.ts";
import { WorkerData } from "../../src/fleet/worker/worker-data.ts";
import { trainBatch } from "../../src/pipeline/threads/train-batch.ts";
import type { TrainingRunner } from "../../src/pipeline/threads/train-here.ts";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import { makeJobs } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";
import { NO_FILES } from "../support/no-files.ts";

const experiment = experimentOf("{dataset: xor, architecture: {hidden: [2]}, eta: [1, 2, 3], epochs: 3}");
const plan = planTrials(experiment);
const [one, two, three] = makeJobs(plan.trials, plan);
const jobs = [one!, two!, three!] as const;
const BATCH = {
  kind: "batch",
  ...VERSIONS,
  sweep: "s",
  settings: { metrics: [], keep: "none", objective: experiment.objective },
  data: {},
  jobs: [],
} as const;

/** Trains the three jobs in one lane. @param onTask Called before each task begins. */
async function train(onTask: (active: ActiveJobs, task: number) => void): Promise<string[]> {
  const inline = inlineRunner(trainBatch);
  let tasks = 0;
  const runner: TrainingRunner = {
    ...inline,
    run(task, limits) {
      onTask(active, (tasks += 1));
      return inline.run(task, limits);
    },
  };
  const data = new WorkerData((_, set) => loadDataset(set, NO_FILES));
  const active = new ActiveJobs(runner.width);
  const endings = await active.train([...jobs], BATCH.sweep, trainNetworks(BATCH, plan, { runner, data }));
  expect(active.states()).toEqual([]);
  const statuses = new Map(endings.map(({ trial, outcome }) => [trial, outcome.status]));
  return jobs.map(({ trials: [trial] }) => statuses.get(trial)!);
}

describe("ActiveJobs", () => {
  it("trains jobs together as one task, and tells of the one that trains now", async () => {
    let tasks = 0;
    const statuses = await train((active, task) => {
      tasks = task;
      const ids = jobs[0].trials.map(({ id }) => id);
      expect(active.states()).toMatchObject([{ sweep: "s", lane: 0, ids, epoch: 0 }]);
    });
    expect(statuses).toEqual(["completed", "completed", "completed"]);
    expect(tasks).toBe(1);
  });

  it("stops one of them, and goes on with the others", async () => {
    const statuses = await train((active, task) => {
      if (task === 1) active.stop((job) => job === two);
    });
    expect(statuses).toEqual(["completed", "cancelled", "completed"]);
  });

  it("stops all of them", async () => {
    const statuses = await train((active) => active.stop(() => true));
    expect(statuses).toEqual(["cancelled", "cancelled", "cancelled"]);
  });
});
