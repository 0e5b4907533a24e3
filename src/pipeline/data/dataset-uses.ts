import { networkIn } from "../../configuration/kind-of.ts";
import type { DatasetFacts } from "../../data/dataset.ts";
import { simd } from "../../kernels/simd/simd.ts";
import type { NetworkConfiguration } from "../../fields/configuration.ts";
import { capacityOf } from "../../training/epoch-trainer.ts";
import { networkOf } from "../../training/network-of.ts";
import type { Job } from "../../trials/job.ts";
import { factsOf, type Plan } from "../../trials/plan.ts";
import type { DatasetUse } from "./dataset-pool.ts";

/** Returns, for each data set by its digest, the jobs that train on it and the largest region that one of them needs. */
export function datasetUses(plan: Plan, jobs: readonly Job[]): Map<string, DatasetUse> {
  const regionBytes = rememberRegions();
  const uses = new Map<string, DatasetUse>();
  for (const { trials } of jobs) {
    const { configuration, dataDigest } = trials[0];
    const network = networkIn(configuration);
    if (!network) continue;
    const facts = factsOf(trials[0], plan);
    const use = uses.get(dataDigest) ?? { options: network.dataset, facts, jobs: 0, regionBytes: 0 };
    use.jobs += 1;
    use.regionBytes = Math.max(use.regionBytes, regionBytes(network, facts));
    uses.set(dataDigest, use);
  }
  return uses;
}

/** Returns a function that lays out each kind of session once: large grids and searches have few. */
function rememberRegions(): (configuration: NetworkConfiguration, facts: DatasetFacts) => number {
  const known = new Map<string, number>();
  return (configuration, facts) => {
    const capacity = capacityOf(configuration, facts.sizes.train);
    const network = networkOf(configuration, facts);
    const { layers, optimizer, dropout } = network;
    const key = JSON.stringify([layers, optimizer?.name, dropout !== undefined, capacity]);
    const bytes = known.get(key) ?? simd.regionBytes(network, capacity);
    known.set(key, bytes);
    return bytes;
  };
}
