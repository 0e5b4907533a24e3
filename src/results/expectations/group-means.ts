import { statistics } from "../../math/statistics.ts";
import type { Measure, EpochChoice } from "../../spec/expectation.ts";
import { hasFinished } from "../../training/record.ts";
import { bestEpochOf } from "../best-epoch.ts";
import type { ConfigurationResult, TrialResult } from "../results.ts";

/** Returns the mean over configurations for each replicate; null where one of them has no value. */
export function groupMeans(
  configurations: readonly ConfigurationResult[],
  measure: Measure,
): (number | null)[] {
  const [first] = configurations;
  return (first?.trials ?? []).map((_, replicate) => {
    return meanOf(configurations.map(({ trials }) => valueAt(trials[replicate]!, measure)));
  });
}

/** Returns the mean of values; null where one is missing. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === values.length ? statistics(present).mean : null;
}

/** Returns a trial's value of a metric at an epoch; null where it diverged before. */
export function valueAt({ record }: TrialResult, { metric, goal, at }: Measure): number | null {
  const series = record?.metrics[metric] ?? [];
  const seen = seriesUpTo(series, at, hasFinished(record));
  if (typeof at === "number" || at === "last") return seen.at(-1) ?? null;
  return seen[bestEpochOf(seen, goal) ?? -1] ?? null;
}

/** Returns the epochs that count; none if the trial ended earlier. */
function seriesUpTo(
  series: readonly (number | null)[],
  at: EpochChoice,
  isWhole: boolean,
): readonly (number | null)[] {
  if (typeof at === "string") return isWhole ? series : [];
  const epoch = typeof at === "number" ? at : at.upTo;
  return epoch < series.length ? series.slice(0, epoch + 1) : [];
}
