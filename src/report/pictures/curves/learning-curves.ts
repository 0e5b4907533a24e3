import { hasFinished } from "../../../training/record.ts";
import { metricStatistics } from "../../../results/metric-statistics.ts";
import type { Interval, Statistics } from "../../../math/statistics.ts";
import { metricNamed } from "../../../metrics/metrics.ts";
import type { Board, BoardConfiguration, BoardStanding, BoardTrial } from "../../../results/board.ts";
import { independentValues } from "../../../results/replicates/independent-values.ts";
import { largestOf, smallestOf } from "../../../math/extremes.ts";

/** The objective's metric over the epochs of one configuration. */
export interface LearningCurve {
  readonly configuration: BoardConfiguration;
  /** All of its replicates diverged, so the curve ends early. */
  readonly diverged: boolean;
  readonly points: readonly CurvePoint[];
  /** The last epoch of each replicate in the curve: early stopping may end them at different epochs. */
  readonly ends: readonly number[];
}

/** Mean over the replicates at an epoch, its 95 % confidence interval, and the part of that within the replicates' range. */
export interface CurvePoint {
  readonly epoch: number;
  readonly mean: number;
  readonly ci95: Interval | null;
  readonly low: number;
  readonly high: number;
}

/** More points than this would not be visible. */
const MOST_POINTS = 200;

/** Returns the curves in the order of the leaderboard; none where no curve has two points, or the objective counts epochs. */
export function learningCurves({
  leaderboard,
  experiment,
}: Pick<Board, "leaderboard" | "experiment">): LearningCurve[] {
  const { metric } = experiment.objective;
  if (metricNamed(metric).quantity === "epochs") return []; // it has no value at each epoch
  const curves = leaderboard
    .map(({ configuration }) => metricCurve(configuration, metric))
    .filter(({ points }) => points.length > 0);
  return curves.some(({ points }) => points.length > 1) ? curves : [];
}

/**
 * Returns a metric over the epochs of one configuration. The mean at every epoch is that of the same replicates:
 * otherwise it would jump where one of them ends. Replicates that stopped keep their last value, which is also the one in
 * tables. Replicates that diverged are left out; where all diverged, the curve ends with the first of them.
 */
export function metricCurve(configuration: BoardStanding["configuration"], metric: string): LearningCurve {
  const seriesOf = ({ record }: BoardTrial) => record?.metrics[metric] ?? [];
  const known = configuration.trials.filter((trial) => seriesOf(trial).length > 0);
  const completed = configuration.trials.filter(({ record }) => hasFinished(record));
  const shown = completed.length > 0 ? completed.filter((trial) => seriesOf(trial).length > 0) : known;
  const lengths = shown.map((trial) => seriesOf(trial).length);
  const epochs =
    completed.length > 0 ? Math.max(0, largestOf(lengths)) : lengths.length > 0 ? smallestOf(lengths) : 0;
  const stride = Math.ceil(epochs / MOST_POINTS);
  const points = Array.from({ length: epochs }, (_, epoch) => epoch)
    .filter((epoch) => epoch % stride === 0 || epoch === epochs - 1)
    .flatMap((epoch) => {
      const values = independentValues(shown, (trial) => {
        const series = seriesOf(trial);
        return series[Math.min(epoch, series.length - 1)] ?? null;
      });
      return pointOf(epoch, values, metricStatistics(metric, values, configuration.overlap));
    });
  const ends = lengths.map((length) => length - 1);
  return { configuration, diverged: completed.length === 0, points, ends };
}

function pointOf(epoch: number, values: readonly number[], { mean, ci95 }: Statistics): CurvePoint[] {
  if (mean === null) return [];
  const low = Math.max(smallestOf(values), ci95?.low ?? -Infinity);
  const high = Math.min(largestOf(values), ci95?.high ?? Infinity);
  return [{ epoch, mean, ci95, low, high }];
}
