import type { Session } from "../kernels/kernel.ts";
import { METRICS } from "../metrics/metrics.ts";
import type { Measurement } from "./measure.ts";

const LARGEST_GROWTH = 1000;
/** Only what every trial measures decides: asking for another metric must not change an outcome. */
const LOSSES = METRICS.filter(({ isDefault, quantity }) => isDefault && quantity === "loss");

/**
 * Returns whether training has diverged at the end of an epoch: a parameter or loss is not finite, or a loss is more
 * than 1,000 times that of the untrained network. `runningLoss` has no value at epoch 0; it is compared with the
 * first loss that has one.
 */
export function hasDiverged(
  now: Measurement,
  untrained: Measurement,
  session: Pick<Session, "isFinite">,
): boolean {
  const measured = LOSSES.filter(({ name }) => name in now);
  const first = LOSSES.find(({ name }) => name in untrained);
  const exploded = measured.some(({ name }) => {
    const start = untrained[name] ?? (first ? untrained[first.name]! : Infinity);
    return !(Number.isFinite(now[name]!) && now[name]! <= LARGEST_GROWTH * start);
  });
  return exploded || !session.isFinite();
}
