import { figureText, intervalText } from "../../results/figure-text.ts";
import { foldOverlap } from "../../results/replicates/fold-overlap.ts";
import { trialStatistics } from "../../results/replicates/independent-values.ts";
import { metricText } from "../../results/metric-text.ts";
import type { TrialResult } from "../../results/results.ts";
import type { Replicates } from "../../spec/experiment.ts";
import { trialWord } from "../../spec/repetitions.ts";
import { hasFinished } from "../../training/record.ts";
import { markdownTable } from "../markdown.ts";
import { replicatesText } from "../summary/replicates-text.ts";
import type { CardFacts } from "./card-facts.ts";

/** Returns the section with the metrics of a model and of all trials of its configuration. */
export function figuresMarkdown({ model, trial, results }: CardFacts): string {
  const configuration = results.configurations[trial.trial.configurationIndex]!;
  const { trials } = configuration;
  const finished = trials.filter(({ record }) => hasFinished(record));
  const { objective, replicates } = results.experiment;
  const epochOf = (result: TrialResult): number => (objective.at === "best" ? (result.bestEpoch ?? -1) : -1);
  const rows = results.metrics.flatMap(({ name }) => {
    const own = trial.record?.metrics[name]?.[model.origin.epoch] ?? null;
    if (own === null) return [];
    const valueOf = (result: TrialResult): number | null =>
      result.record?.metrics[name]?.at(epochOf(result)) ?? null;
    const overlap = foldOverlap(configuration, name);
    const all = trialStatistics(finished, valueOf, { metric: name, overlap });
    return [[metricText(name, results), figureText(name, own), intervalText(name, all)]];
  });
  const heading = `${replicatesText(finished.length, replicates.folds)}:`;
  return `## Metrics\n\n${markdownTable(["metric", "this model:", heading], rows)}\n\n${note(trials.length - finished.length, replicates)}`.trimEnd();
}

/** Mentions the replicates without figures. */
function note(others: number, replicates: Replicates): string {
  return others === 0 ? "" : `${others} more ${trialWord(replicates)}s diverged or were not trained.`;
}
