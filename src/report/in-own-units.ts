import { groupBy } from "../results/group-by.ts";
import { analysesOf } from "../results/analyses.ts";
import { rootErrorOf, unitOfTrial } from "../results/own-units.ts";
import type { ConfigurationResult, Results, TrialResult } from "../results/results.ts";
import { winnersOf } from "../results/winners.ts";

/**
 * Returns results with the RMSE in the target's own units for a scaled loss that is its mean square, so that effects,
 * curves and variance are in units that people know. Settings keep their places and verdicts, which are those of
 * the loss. Other results are returned unchanged, and so are those whose losses do not share such units.
 */
export function inOwnUnits(results: Results): Results {
  const { experiment, configurations } = results;
  const metric = rootErrorOf(experiment.objective.metric);
  if (metric === undefined || !configurations.every(({ objectiveRmse }) => objectiveRmse)) return results;
  const objective = { ...experiment.objective, metric };
  const own = new Map(configurations.map((each) => [each, configurationIn(each)] as const));
  const leaderboard = results.leaderboard.map((standing) => ({
    ...standing,
    configuration: own.get(standing.configuration)!,
  }));
  const all = [...own.values()];
  const winners = winnersOf(leaderboard).map(({ configuration }) => configuration);
  const trials = groupBy(
    all.flatMap((each) => each.trials),
    ({ trial }) => trial.index,
  );
  return {
    ...results,
    experiment: { ...experiment, objective },
    trials: results.trials.map(({ trial }) => trials.get(trial.index)![0]!),
    configurations: all,
    leaderboard,
    best: results.best && own.get(results.best),
    baseline: results.baseline && own.get(results.baseline),
    ...analysesOf({ ...experiment, objective }, all, winners),
  };
}

function configurationIn(configuration: ConfigurationResult): ConfigurationResult {
  const { objectiveRmse, lossUnits, trials } = configuration;
  const inUnits = (result: TrialResult): TrialResult => {
    const unit = unitOfTrial(lossUnits, result.trial.fold);
    const { objective } = result;
    return { ...result, objective: objective === null ? null : unit! * Math.sqrt(objective) };
  };
  return { ...configuration, objective: objectiveRmse!, trials: trials.map(inUnits) };
}
