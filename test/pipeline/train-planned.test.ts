import { expect, it } from "vitest";
import { trainBatch } from "../../src/pipeline/threads/train-batch.ts";
import { runnerTrainer } from "../../src/pipeline/threads/runner-trainer.ts";
import { trainPlanned } from "../../src/pipeline/train-planned.ts";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import { RecordStore } from "../../src/store/record-store.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

it("trainPlanned() leaves what can wait until a thread has its first jobs, however few there are", async () => {
  const experiment = experimentOf("{dataset: xor, architecture: {hidden: [2]}, eta: 1, epochs: 3}");
  const plan = planTrials(experiment);
  const events: string[] = [];
  const inline = inlineRunner(trainBatch);
  const run: typeof inline.run = (...task) => {
    events.push("jobs are given");
    return inline.run(...task);
  };
  const outcomes = await trainPlanned(plan, plan.trials, {
    store: new RecordStore(await temporaryFolder()),
    load: { dataDir: undefined, cacheDir: "/nonexistent" },
    settings: { metrics: [], keep: "none", objective: experiment.objective },
    signal: new AbortController().signal,
    trainerOf: () => runnerTrainer(() => Promise.resolve({ ...inline, run })),
    listener: { onJobStart: () => events.push("a job begins") },
    onLast: () => events.push("the rest"),
  });
  expect(events).toEqual(["a job begins", "jobs are given", "the rest"]);
  expect([...outcomes.values()].map(({ status }) => status)).toEqual(["completed"]);
});
