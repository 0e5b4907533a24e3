import { boundsOf, lengthMetric, type Metric, metricNamed, metricsWith } from "../metrics/metrics.ts";
import { kindName, measuredMetrics, stopRules } from "../configuration/kind-of.ts";
import type { Experiment } from "../spec/experiment.ts";
import { pointOf } from "../spec/point-of.ts";
import { columnsOf } from "../spec/sweep.ts";
import type { Outcome } from "../training/outcome.ts";
import type { Plan } from "../trials/plan.ts";
import { analysesOf } from "./analyses.ts";
import { configurationResult, datasetResults } from "./configuration-result.ts";
import { judgeExpectations } from "./expectations/judge-expectations.ts";
import { groupBy } from "./group-by.ts";
import { conditionsOf } from "./comparisons/conditions.ts";
import { leaderboard, type Ranking } from "./comparisons/leaderboard.ts";
import { scaledTargetsOf, derivedRootErrors, unitOfTrial, unitsOfLoss } from "./own-units.ts";
import type { Results, ShownMetric, TrialResult } from "./results.ts";
import { nextRound } from "./search/next-round.ts";
import { raceComparisons } from "./search/race-comparisons.ts";
import { reachOf } from "./search/reach-of.ts";
import { samplingError } from "./sampling-error.ts";
import { trialResult } from "./trial-result.ts";
import { marginOf } from "./comparisons/usual-margin.ts";
import { findWarnings } from "./warnings/find-warnings.ts";
import { winnersOf } from "./winners.ts";

/**
 * Returns what an experiment found.
 *
 * @param outcomes By trial id; a trial without one counts as cancelled.
 */
export function buildResults(
  plan: Plan,
  outcomes: ReadonlyMap<string, Outcome>,
  { trainerVersion }: { trainerVersion: number },
): Results {
  const { experiment } = plan;
  const columns = columnsOf(experiment);
  const units = plan.configurations.map(unitsOfLoss);
  const metrics = shownMetrics(plan, units);
  const trials = trialResults(plan, outcomes, { metrics, units });
  const replicates = groupBy(trials, ({ trial }) => trial.configurationIndex);
  const configurations = plan.configurations.map((point) => {
    return configurationResult(point, replicates.get(point.index)!, {
      columns,
      metrics,
      objective: experiment.objective.metric,
      lossUnits: units[point.index],
    });
  });
  const baseline = configurations.find((point) =>
    experiment.report?.baseline?.matches(pointOf(point, experiment.sweep)),
  );
  const { metric } = experiment.objective;
  const ranking = {
    ...rankingOf(experiment),
    baseline,
    race: raceComparisons(plan, configurations, outcomes),
  };
  const { standings, comparing } = leaderboard(conditionsOf(configurations, metric), ranking);
  const leader = standings[0]?.configuration;
  const best = leader?.objective.mean == null ? undefined : leader;
  const findings = {
    experiment,
    trainerVersion,
    columns,
    scaledTargets: scaledTargetsOf(
      configurations.flatMap(({ facts, folds = [] }) => [facts, ...folds.map((fold) => fold.facts)]),
    ),
    complete: trials.every(({ record }) => record !== undefined) && nextRound(plan, outcomes) === undefined,
    metrics,
    trials,
    configurations,
    leaderboard: standings,
    best,
    baseline,
    comparing,
    ...analysesOf(
      experiment,
      configurations,
      winnersOf(standings).map(({ configuration }) => configuration),
    ),
    sampling: samplingError(best, metrics),
    datasets: datasetResults(configurations),
  };
  return {
    ...findings,
    warnings: findWarnings(findings, plan),
    expectations: judgeExpectations(experiment, findings),
  };
}

/** Returns by what the configurations of an experiment are ranked. */
function rankingOf(experiment: Experiment): Omit<Ranking, "baseline"> {
  const { objective, sweep } = experiment;
  const { goal, metric } = objective;
  const { low, high } = boundsOf(metricNamed(metric));
  return {
    goal,
    margin: marginOf(experiment),
    largest: high - low,
    reachOf: ({ configuration, trials }) => reachOf(sweep, configuration, trials.length),
  };
}

type LossUnits = readonly (readonly number[] | undefined)[];

/** Returns the measured metrics, and the RMSEs that follow from losses. */
function shownMetrics(plan: Plan, units: LossUnits): ShownMetric[] {
  const measured = tableMetrics(plan);
  const derived = units.every((own) => own === undefined) ? [] : derivedRootErrors(measured);
  return metricsWith(plan.experiment.goals).flatMap((metric): ShownMetric[] => {
    if (derived.includes(metric.name)) return [{ ...metric, isDerived: true }];
    return measured.some(({ name }) => name === metric.name) ? [metric] : [];
  });
}

function trialResults(
  { trials, experiment: { objective } }: Plan,
  outcomes: ReadonlyMap<string, Outcome>,
  { metrics, units }: { metrics: readonly ShownMetric[]; units: LossUnits },
): TrialResult[] {
  const derived = metrics.filter(({ isDerived }) => isDerived).map(({ name }) => name);
  return trials.map((trial) => {
    const lossUnit = unitOfTrial(units[trial.configurationIndex], trial.fold);
    return trialResult(trial, outcomes.get(trial.id), { objective, lossUnit, derived });
  });
}

function tableMetrics({ experiment, configurations }: Plan): Metric[] {
  const names = new Set(
    configurations.flatMap(({ facts, configuration }) => {
      const measured = measuredMetrics(experiment.metrics, configuration, facts).map(({ name }) => name);
      const hasTarget = stopRules(configuration).target.value !== "none";
      return hasTarget ? [...measured, lengthMetric(kindName(configuration))] : measured;
    }),
  );
  return metricsWith(experiment.goals).filter(({ name }) => names.has(name));
}
