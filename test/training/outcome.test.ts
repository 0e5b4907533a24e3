import { expect, it } from "vitest";
import { sharedRecord } from "../../src/training/outcome.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf, trainOne } from "../support/train.ts";

it("sharedRecord() tells the same, and shares with its trial what both tell", async () => {
  const experiment = experimentOf("{dataset: xor, architecture: {hidden: [2]}, eta: 1, epochs: 2}");
  const trial = planTrials(experiment).trials[0]!;
  const record = structuredClone((await trainOne(trial, experiment)).record);
  const shared = sharedRecord(record, trial);
  expect(shared).toEqual(record);
  expect(record.configuration).not.toBe(trial.configuration);
  expect(shared.configuration).toBe(trial.configuration);
});
