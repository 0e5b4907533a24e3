import { lineAndColumn } from "../../spec/source-text.ts";
import { jsonText } from "../../text/json-text.ts";
import { groupBy } from "../../results/group-by.ts";
import type { Plan, PlannedConfiguration } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import { trialWork } from "../../trials/work.ts";
import { continuedTrials, costOf, hasKnownWork, type Outlook } from "./outlook.ts";

/** Yields a plan as the pieces of one JSON object: counts, cost, then every configuration on a line. */
export function* planJson(plan: Plan, outlook: Outlook): Generator<string> {
  yield jsonText(headOf(plan, outlook), 2).replace(/\n\}$/, ',\n  "list": [');
  let separator = "";
  const trials = groupBy(plan.trials, ({ configurationIndex }) => configurationIndex);
  for (const point of plan.configurations) {
    const own = { outlook, trials: trials.get(point.index) ?? [] };
    yield `${separator}\n    ${jsonText(configurationOf(point, plan, own))}`;
    separator = ",";
  }
  yield "\n  ]\n}\n";
}

function headOf({ experiment, configurations, trials, duplicates }: Plan, outlook: Outlook) {
  const { name, tags, notes, replicates, report, sweep } = experiment;
  const { stored, jobs, starts, files, workers, seconds, peakBytes } = outlook;
  return {
    name,
    ...(tags && { tags }),
    ...(notes !== undefined && { notes }),
    configurations: configurations.length,
    ...(replicates.folds !== undefined && { folds: replicates.folds }),
    replicates: replicates.count,
    trials: trials.length,
    ...(report?.confirm !== undefined && { confirm: report.confirm }),
    axes: sweep.columns.map(({ path, values, distribution }) => ({
      path,
      values,
      ...(distribution && { distribution: distribution.written }),
    })),
    rules: sweep.counts.map(({ place, ...rule }) => ({
      ...rule,
      file: place.source.file,
      ...lineAndColumn(place),
    })),
    duplicates: duplicates.length,
    stored,
    missing: trials.length - stored,
    trainings: jobs.length,
    continued: [...continuedTrials(starts)].map(([epoch, trials]) => ({ epoch, trials })),
    ...(files.length > 0 && { files: files.map(([path, sha256]) => ({ path, sha256 })) }),
    ...(sweep.folder.versions && {
      versions: sweep.folder.versions.map(({ command, output = null }) => ({ command, output })),
    }),
    workers,
    estimatedSeconds: seconds,
    estimatedPeakBytes: Math.round(peakBytes),
  };
}

function configurationOf(
  point: PlannedConfiguration,
  plan: Plan,
  { outlook: { rates }, trials }: { readonly outlook: Outlook; readonly trials: readonly Trial[] },
) {
  const { index, variant, name, configuration, facts } = point;
  const { metrics } = plan.experiment;
  return {
    index,
    ...(variant !== undefined && { variant }),
    ...(name !== undefined && { name }),
    ...configuration,
    ...(hasKnownWork(plan) && costOf(trialWork(configuration, facts, metrics), rates)),
    trials: trials.map(({ id }) => id),
  };
}
