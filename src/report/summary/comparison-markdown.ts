import { comparisonsIn } from "../../results/comparisons/half-width.ts";
import { differenceText, differenceUnit } from "../../results/figure-text.ts";
import type { Results, Verdict } from "../../results/results.ts";
import { trialWord } from "../../spec/repetitions.ts";

/** Returns the sentences that say what the leaderboard's differences and verdicts guarantee; none without comparisons. */
export function comparisonSentences(results: Results): string[] {
  if (results.comparing.length === 0) return [];
  return [confidence(results), methodOf(results), ...meanings(results), ...baselineSentence(results)];
}

function confidence({ comparing }: Results): string {
  const most = Math.max(...comparing.map(({ settings }) => settings));
  const where = comparing.length > 1 ? " in each condition" : "";
  if (most === 2) return `With 95 % confidence${where}, the true difference lies in its interval.`;
  const which = comparing.length > 1 ? "all true differences" : `all ${most - 1} true differences`;
  return `With about 95 % confidence${where}, ${which} lie in their intervals, even though the best setting was picked for its result.`;
}

function methodOf({ comparing, experiment: { replicates } }: Results): string {
  const errors = new Set(comparing.map(({ settings, error }) => (settings === 2 ? "two" : error)));
  const [first] = comparing;
  const { settings = 0 } = comparing.length === 1 && first ? first : {};
  const of = settings > 0 ? ` of ${settings} settings` : "";
  const pairs = settings > 0 ? `${comparisonsIn({ settings, isSelected: true })} pairs` : "pairs";
  const texts = [
    ...(errors.has("two")
      ? [`Student's t over pairs of ${replicates.folds === undefined ? "replicates" : "folds"}`]
      : []),
    ...(errors.has("pooled")
      ? [
          `Tukey's studentized range${of} where all have much the same noise, which is pooled, and never less than that of the pair`,
        ]
      : []),
    ...(errors.has("pairs")
      ? [
          `Student's t of each pair, paired or Welch's, whichever is narrower, corrected for all ${pairs}, where settings differ in noise`,
        ]
      : []),
  ];
  return `(${texts.join("; ")}.)`;
}

/** What the words at the end of the rows mean: those that occur. */
function meanings({ leaderboard, comparing, experiment }: Results): string[] {
  const { metric } = experiment.objective;
  const margin = comparing[0]?.margin ?? 0;
  const size = `± ${differenceText(metric, margin).slice(1)}${differenceUnit(metric)}`;
  const hasNeeded = leaderboard.some(({ toBest }) => toBest?.needed !== undefined);
  const needed = hasNeeded
    ? ` (in brackets: the ${trialWord(experiment.replicates)}s that would decide it if the noise stays as it is)`
    : "";
  const isUnknown = leaderboard.some(({ toBest }) => toBest?.verdict === "undecided" && !toBest.interval);
  const unknown = isUnknown ? ", or the difference is the same each time, so that its spread is unknown" : "";
  const texts: Record<Verdict, string> = {
    tie: margin > 0 ? `**tie**: the interval lies within ${size}` : "**tie**: the results are equal",
    worse: "**worse**: the interval excludes 0",
    better: "**better**: the interval excludes 0",
    undecided: `**undecided**: too few ${trialWord(experiment.replicates)}s to tell${needed}${unknown}`,
  };
  const found = new Set(leaderboard.flatMap(({ toBest }) => toBest?.verdict ?? []));
  const shown = (Object.keys(texts) as Verdict[]).filter((verdict) => found.has(verdict));
  return shown.length === 0 ? [] : [`${shown.map((verdict) => texts[verdict]).join("; ")}.`];
}

function baselineSentence({ baseline, leaderboard }: Results): string[] {
  if (!baseline || leaderboard.every(({ toBaseline }) => !toBaseline?.interval)) return [];
  return ["The differences from the baseline have 95 % intervals that hold all at once, too."];
}
