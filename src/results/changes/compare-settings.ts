import type { Objective } from "../../spec/experiment.ts";
import { bestEpochOf } from "../best-epoch.ts";
import type { BoardConfiguration, BoardTrial } from "../board.ts";
import { mostOverlap } from "../replicates/fold-overlap.ts";
import { independentValues, trialStatistics } from "../replicates/independent-values.ts";
import { pairedDifference, type PairedDifference } from "../paired-difference.ts";
import type { StatedBoard } from "../reading/read-board.ts";
import { objectiveValue } from "../trial-result.ts";
import type { ComparedSetting } from "./board-comparison.ts";
import type { Setting } from "./board-settings.ts";
import { compareTrials, type ComparedTrial } from "./compare-trials.ts";

/** Two sides that are compared. */
export interface Boards {
  readonly before: StatedBoard;
  readonly after: StatedBoard;
}

/** Compares a setting that both sides have by the objective of the second one. */
export function compareSettings(
  [before, after]: readonly [BoardConfiguration, BoardConfiguration],
  setting: Setting,
  boards: Boards,
): ComparedSetting {
  const { objective } = boards.after.experiment;
  const isSame = JSON.stringify(boards.before.experiment.objective) === JSON.stringify(objective);
  const old = (trial: BoardTrial) => (isSame ? trial.objective : valueBy(trial, objective));
  const trials = compareTrials(before.trials, after.trials);
  const overlap = mostOverlap([before, after]);
  const former = isSame
    ? before.objective
    : trialStatistics(before.trials, old, { metric: objective.metric, overlap });
  const means = [former.mean, after.objective.mean] as const;
  const isPaired =
    boards.before.experiment.replicates.baseSeed === boards.after.experiment.replicates.baseSeed;
  return {
    setting,
    before,
    after,
    statistics: { before: former, after: after.objective },
    difference: (isPaired ? differenceOf(trials, old, overlap) : undefined) ?? unpaired(means),
    trials,
  };
}

/** Replicates of one number share their random numbers. */
function differenceOf(
  trials: readonly ComparedTrial[],
  formerOf: (trial: BoardTrial) => number | null,
  overlap: number,
): PairedDifference | undefined {
  const pairs = trials.flatMap(({ before, after }) => {
    const [old, now] = [formerOf(before), after.objective];
    return old === null || now === null ? [] : [{ trial: after.trial, old, now }];
  });
  if (pairs.length === 0) return undefined;
  return pairedDifference(
    independentValues(pairs, ({ now }) => now),
    independentValues(pairs, ({ old }) => old),
    overlap,
  );
}

function unpaired([before, after]: readonly [number | null, number | null]): PairedDifference {
  return { status: "tooFew", n: 0, mean: before === null || after === null ? null : after - before };
}

/** Returns the value of another experiment's objective; null where the trial's tables do not have it. */
function valueBy({ record }: BoardTrial, objective: Objective): number | null {
  const series = record?.metrics[objective.metric] ?? [];
  if (objective.at === "best" && series.length < 2) return null;
  return objectiveValue(record, objective, bestEpochOf(series, objective.goal));
}
