import { hasFinished } from "../../../training/record.ts";
import { metricStatistics } from "../../../results/metric-statistics.ts";
import type { Statistics } from "../../../math/statistics.ts";
import { metricNamed } from "../../../metrics/metrics.ts";
import type { Board, BoardConfiguration, BoardStanding, BoardTrial } from "../../../results/board.ts";
import { independentValues } from "../../../results/replicates/independent-values.ts";

/** The objective's metric over the epochs of one configuration. */
export interface LearningCurve {
  readonly configuration: BoardConfiguration;
  /** Its replicates diverged, all of them: the curve ends before its time. */
  readonly diverged: boolean;
  readonly points: readonly CurvePoint[];
  /** The last epoch of each replicate that counts: early stopping ends them at different ones. */
  readonly ends: readonly number[];
}

/** Mean over the replicates at an epoch, and its 95 % confidence interval as far as the replicates reach. */
export interface CurvePoint {
  readonly epoch: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** More points than this would not be seen. */
const MOST_POINTS = 200;

/** Returns the curves in the order of the leaderboard; none where not one of them has two points, or the objective counts epochs. */
export function learningCurves({
  leaderboard,
  experiment,
}: Pick<Board, "leaderboard" | "experiment">): LearningCurve[] {
  const { metric } = experiment.objective;
  if (metricNamed(metric).quantity === "epochs") return []; // nothing runs over the epochs
  const curves = leaderboard
    .map(({ configuration }) => metricCurve(configuration, metric))
    .filter(({ points }) => points.length > 0);
  return curves.some(({ points }) => points.length > 1) ? curves : [];
}

/**
 * Returns a metric over the epochs of one configuration. The mean at every epoch is that of the same replicates, as it
 * would jump where one of them ends: those that stopped keep their last value, which is also what tables count; those that
 * diverged are left out beside others, and where all did, the curve ends with the first of them.
 */
export function metricCurve(configuration: BoardStanding["configuration"], metric: string): LearningCurve {
  const seriesOf = ({ record }: BoardTrial) => record?.metrics[metric] ?? [];
  const known = configuration.trials.filter((trial) => seriesOf(trial).length > 0);
  const completed = configuration.trials.filter(({ record }) => hasFinished(record));
  const shown = completed.length > 0 ? completed.filter((trial) => seriesOf(trial).length > 0) : known;
  const lengths = shown.map((trial) => seriesOf(trial).length);
  const epochs =
    completed.length > 0 ? Math.max(0, ...lengths) : lengths.length > 0 ? Math.min(...lengths) : 0;
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
  const low = Math.max(Math.min(...values), ci95?.low ?? -Infinity);
  const high = Math.min(Math.max(...values), ci95?.high ?? Infinity);
  return [{ epoch, mean, low, high }];
}
