import { describe, expect, it } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { datasetUses } from "../../src/pipeline/data/dataset-uses.ts";
import { capacityOf } from "../../src/training/epoch-trainer.ts";
import { networkOf } from "../../src/training/network-of.ts";
import { makeJobs } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

describe("datasetUses()", () => {
  it.each([
    ["an optimizer has options", "optimizer: [sgd, {name: sgd, l2: 1}]"],
    ["an optimizer carries a state", "optimizer: [sgd, momentum, adam]"],
    ["dropout joins", "architecture: {hidden: [8], dropout: [0, 0.5]}"],
    ["batches are many", "batchSize: [full, 1]"],
  ])("makes room for every session when %s", (_, axis) => {
    const hidden = axis.startsWith("architecture") ? "" : "architecture: {hidden: [8]}";
    const plan = planTrials(experimentOf(`dataset: moons\n${hidden}\neta: 0.1\nepochs: 1\n${axis}`));
    const needed = plan.configurations.map(({ configuration: any, facts }) => {
      const configuration = asNetwork(any);
      const capacity = capacityOf(configuration, facts.sizes.train);
      return simd.regionBytes(networkOf(configuration, facts), capacity);
    });
    const [use] = datasetUses(plan, makeJobs(plan.trials, plan)).values();
    expect(use!.regionBytes).toBe(Math.max(...needed));
  });
});
