import { lengthMetric } from "../metrics/metrics.ts";
import { reachesTarget } from "../training/must-stop.ts";
import { kindName, stopRules } from "../configuration/kind-of.ts";
import { hasFinished, lastEpoch } from "../training/record.ts";
import type { Trial } from "../trials/trial.ts";
import type { BoardRecord } from "./board.ts";

/**
 * Returns a record with the epochs that it took to reach the target as one more metric, of its last epoch alone; null
 * throughout where it was never reached. A record without a target stays as it is.
 *
 * @param trial What the record is of; its own configuration may be older than the field and not have it.
 */
export function withTargetEpoch<Some extends BoardRecord>(
  record: Some,
  trial: Pick<Trial, "configuration">,
): Some {
  const { metrics } = record;
  const { target } = stopRules(trial.configuration);
  if (target.value === "none") return record;
  const last = lastEpoch(metrics);
  const isReached = hasFinished(record) && reachesTarget(target, metrics);
  const epochs = Array.from({ length: last + 1 }, (_, epoch) => (isReached && epoch === last ? epoch : null));
  return { ...record, metrics: { ...metrics, [lengthMetric(kindName(trial.configuration))]: epochs } };
}
