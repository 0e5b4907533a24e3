import { simd } from "../kernels/simd/simd.ts";
import { capacityOf } from "../training/epoch-trainer.ts";
import { networkOf } from "../training/network-of.ts";
import type { Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { DatasetUse } from "./dataset-pool.ts";

/** Returns, for each data set by its digest, the jobs that train on it and the largest region that one of them needs. */
export function datasetUses(plan: Plan, jobs: readonly Job[]): Map<string, DatasetUse> {
  const uses = new Map<string, DatasetUse>();
  for (const { trials } of jobs) {
    const { configuration, facts, dataDigest } = plan.configurations[trials[0].configurationIndex]!;
    const use = uses.get(dataDigest) ?? { options: configuration.dataset, facts, jobs: 0, regionBytes: 0 };
    const capacity = capacityOf(configuration, facts.sizes.train);
    use.jobs += 1;
    use.regionBytes = Math.max(use.regionBytes, simd.regionBytes(networkOf(configuration, facts), capacity));
    uses.set(dataDigest, use);
  }
  return uses;
}
