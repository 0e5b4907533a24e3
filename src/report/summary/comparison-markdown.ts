import { comparisonsIn } from "../../results/comparisons/half-width.ts";
import { digits } from "../../results/figure-text.ts";
import { isShare, metricNamed } from "../../metrics/metrics.ts";
import type { Results, Verdict } from "../../results/results.ts";
import { trialWord } from "../../spec/repetitions.ts";
import { counted } from "../../text/counted.ts";
import { largestOf } from "../../math/extremes.ts";

/** Returns the sentences that define the verdicts; none without comparisons. */
export function meaningSentences(results: Results): string[] {
  return results.comparing.length === 0 ? [] : meanings(results);
}

/** Returns the sentences on what the intervals guarantee and how they are computed; none without comparisons. */
export function methodSentences(results: Results): string[] {
  if (results.comparing.length === 0) return [];
  return [confidence(results), methodOf(results), ...baselineSentence(results)];
}

function confidence({ comparing }: Results): string {
  const most = largestOf(comparing.map(({ settings }) => settings));
  const where = comparing.length > 1 ? " in each condition" : "";
  if (most === 2) return `With 95 % confidence${where}, the interval contains the true difference.`;
  const which = comparing.length > 1 ? "all true differences" : `all ${most - 1} true differences`;
  return `With about 95 % confidence${where}, the intervals contain ${which}, even though the best setting was selected by its result.`;
}

function methodOf({ comparing, experiment: { replicates } }: Results): string {
  const errors = new Set(
    comparing.map(({ settings, error }) => (settings === 2 && error !== "race" ? "two" : error)),
  );
  const [first] = comparing;
  const { settings = 0 } = comparing.length === 1 && first ? first : {};
  const of = settings > 0 ? ` of ${settings} settings` : "";
  const pairs = settings > 0 ? `${comparisonsIn({ settings, isSelected: true })} pairs` : "pairs";
  const texts = [
    ...(errors.has("two")
      ? [`Student's t test of paired ${replicates.folds === undefined ? "replicates" : "folds"}`]
      : []),
    ...(errors.has("pooled")
      ? [
          `Tukey's studentized range${of} with similar noise, which is pooled but never assumed smaller than that of the pair`,
        ]
      : []),
    ...(errors.has("pairs")
      ? [
          `for settings with different noise, Student's t of each pair (paired or Welch's, whichever is narrower), with Bonferroni's correction for all ${pairs}`,
        ]
      : []),
    ...(errors.has("race")
      ? [
          `Student's t of each pair with moderated variances, with Bonferroni's correction for all ${pairs} and all looks of the race; each setting is compared at the last look that it took part in`,
        ]
      : []),
  ];
  return `Method: ${texts.join("; ")}.`;
}

/** Returns the meanings of the verdicts that occur. */
function meanings({ leaderboard, comparing, experiment }: Results): string[] {
  const { metric } = experiment.objective;
  const margin = comparing[0]?.margin ?? 0;
  const size = isShare(metricNamed(metric))
    ? `± ${counted(Number(digits(100 * margin, 4)), "point")}`
    : `± ${margin}`;
  const hasNeeded = leaderboard.some(({ toBest }) => toBest?.needed !== undefined);
  const needed = hasNeeded
    ? ` (in brackets: how many ${trialWord(experiment.replicates)}s would decide it at the current noise)`
    : "";
  const isUnknown = leaderboard.some(({ toBest }) => toBest?.verdict === "undecided" && !toBest.interval);
  const unknown = isUnknown ? ", or the difference is always the same, so its spread is unknown" : "";
  const texts: Record<Verdict, string> = {
    tie: margin > 0 ? `**tie**: the interval is within ${size}` : "**tie**: the results are equal",
    worse: "**worse**: the interval excludes 0",
    better: "**better**: the interval excludes 0",
    undecided: `**undecided**: too few ${trialWord(experiment.replicates)}s to decide${needed}${unknown}`,
  };
  const found = new Set(leaderboard.flatMap(({ toBest }) => toBest?.verdict ?? []));
  const shown = (Object.keys(texts) as Verdict[]).filter((verdict) => found.has(verdict));
  return shown.length === 0 ? [] : [`${shown.map((verdict) => texts[verdict]).join("; ")}.`];
}

function baselineSentence({ baseline, leaderboard }: Results): string[] {
  if (!baseline || leaderboard.every(({ toBaseline }) => !toBaseline?.interval)) return [];
  return [
    "The intervals of the differences from the baseline also hold simultaneously, with 95 % confidence.",
  ];
}
