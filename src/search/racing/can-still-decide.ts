import { normalProbability } from "../../math/normal-distribution.ts";
import { studentCritical } from "../../math/student-t.ts";
import type { PairDifference, Pairs } from "./pairs-with-leader.ts";

const LEVEL = 0.05;
/** A race whose chance to decide anything is smaller ends. */
const LEAST_POWER = 0.1;

/**
 * Returns a test of whether the replicates that are left may still show a difference from the leader: whether the last look would
 * find it with a probability of at least 10 % if the true difference were as large as the far end of its plain 95 % interval. To
 * stop a race because of this changes no error rate: it drops no configuration.
 * Source: Lan, Simon and Halperin, "Stochastically curtailed testing in long-term clinical trials" (Sequential Analysis 1, 1982).
 *
 * @param total Replicates at the last look.
 * @param level Of the test at the last look.
 */
export function canStillDecide(
  { degrees, replicates }: Pairs,
  { total, level }: { total: number; level: number },
): (difference: PairDifference) => boolean {
  const rest = total - replicates;
  if (rest <= 0) return () => false;
  if (degrees === 0) return () => true;
  const reach = studentCritical(LEVEL, degrees) / Math.sqrt(replicates);
  const critical = studentCritical(level, degrees + rest);
  return ({ mean, variance }) => {
    if (variance === 0) return mean > 0;
    const effect = mean / Math.sqrt(variance);
    const expected = (replicates * effect + rest * (effect + reach)) / Math.sqrt(total);
    return normalProbability((expected - critical) / Math.sqrt(rest / total)) >= LEAST_POWER;
  };
}
