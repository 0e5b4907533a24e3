import { isRecord } from "../../training/outcome.ts";
import type { Run } from "../../pipeline/run-experiment.ts";
import type { Shard } from "../../trials/shard.ts";
import { readersCommand } from "../console/readers-command.ts";

/** Says what one of several shards has come to, and how its records come to the others. */
export function shardText({ plan, wanted, outcomes }: Run, shard: Shard, store: string): string {
  const records = wanted.filter(({ id }) => {
    const outcome = outcomes.get(id);
    return outcome !== undefined && isRecord(outcome);
  });
  const { file, set = [] } = plan.experiment;
  const rest = `${readersCommand("merge", ["STORES"])}, then ${readersCommand("sweep", [file], set)}`;
  return [
    `shard ${shard.number} of ${shard.of}: ${wanted.length} of ${plan.trials.length} trials, ${records.length} of them in ${store}`,
    `results: unchanged; when all shards are there: ${rest}`,
    "",
  ].join("\n");
}
