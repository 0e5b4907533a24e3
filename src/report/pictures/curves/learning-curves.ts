import { hasFinished } from "../../../training/record.ts";
import { metricStatistics } from "../../../results/metric-statistics.ts";
import type { Statistics } from "../../../math/statistics.ts";
import { metricNamed } from "../../../spec/metrics.ts";
import type { Board, BoardConfiguration, BoardStanding } from "../../../results/board.ts";

/** The objective's metric over the epochs of one configuration. */
export interface LearningCurve {
  readonly configuration: BoardConfiguration;
  /** Its replicates diverged, all of them: the curve ends before its time. */
  readonly diverged: boolean;
  readonly points: readonly CurvePoint[];
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
 * Returns a metric over the epochs of one configuration. Replicates that diverged are left out beside others: a mean
 * over fewer and fewer of them would jump.
 */
export function metricCurve(configuration: BoardStanding["configuration"], metric: string): LearningCurve {
  const records = configuration.trials.flatMap(({ record }) => record ?? []);
  const completed = records.filter(hasFinished);
  const shown = completed.length > 0 ? completed : records;
  const series = shown.map(({ metrics }) => metrics[metric] ?? []);
  const epochs = Math.max(0, ...series.map(({ length }) => length));
  const stride = Math.ceil(epochs / MOST_POINTS);
  const points = Array.from({ length: epochs }, (_, epoch) => epoch)
    .filter((epoch) => epoch % stride === 0 || epoch === epochs - 1)
    .flatMap((epoch) => {
      const values = series.flatMap((values) => values[epoch] ?? []);
      return pointOf(epoch, values, metricStatistics(metric, values, configuration.overlap));
    });
  return { configuration, diverged: completed.length === 0, points };
}

function pointOf(epoch: number, values: readonly number[], { mean, ci95 }: Statistics): CurvePoint[] {
  if (mean === null) return [];
  const low = Math.max(Math.min(...values), ci95?.low ?? -Infinity);
  const high = Math.min(Math.max(...values), ci95?.high ?? Infinity);
  return [{ epoch, mean, low, high }];
}
