import type { ReviewedResults } from "../../pipeline/read-results.ts";
import { comparisonWithUnit } from "../../report/comparison-text.ts";
import type { Board } from "../../results/board.ts";
import { intervalText } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import { axisName, settingText, shownText } from "../../results/setting-text.ts";
import type { StatedValue } from "../../results/stated-value.ts";
import type { ColumnValue } from "../../spec/sweep.ts";
import { clipText } from "../../text/clip-text.ts";
import { counted } from "../../text/counted.ts";

/** What became of the best result of an experiment. */
export type Outcome = "better" | "worse" | "tie" | "not better" | "undecided" | "same";

/** What became of the best result, with its figures for people. */
export interface BestChange {
  readonly outcome: Outcome;
  /** The best setting; both, where it is another one now. */
  readonly best: string;
  readonly before: string;
  readonly after: string;
  /** After minus before. */
  readonly difference: string;
  /** Pairs of replicates, or of folds, that the difference is the mean of; 0 where there are none. */
  readonly pairs: number;
  /** "test accuracy of the best setting at the last epoch". */
  readonly measure: string;
  /** Why it is so, or what would decide it. */
  readonly reason: string;
}

/** A setting of many fields would make a table too wide. */
const LONGEST_SETTING = 60;

/** Returns what became of the best result. */
export function bestChangeOf(reviewed: ReviewedResults): BestChange {
  const { boards, comparison, decision } = reviewed;
  const { objective, compared, reason, more } = decision;
  const { metric, at } = objective;
  const [old, now] = [bestText(boards.before), bestText(boards.after)];
  const figures = compared?.statistics;
  return {
    outcome: outcomeOf(reviewed),
    best: sharedChange(reviewed) ?? (old === now ? now : `${old} → ${now}`),
    before: (figures && intervalText(metric, figures.before)) || "-",
    after: (figures && intervalText(metric, figures.after)) || "-",
    difference: differenceText(reviewed),
    pairs: compared?.difference.n ?? 0,
    measure: `${metricText(metric, comparison)} of the best setting at the ${at} epoch`,
    reason:
      more === undefined ? reason : `${reason}; about ${counted(more, "more replicate")} would decide it`,
  };
}

/** Returns the best setting of results, as far as it is not too long. */
export function bestText({ best, columns }: Board): string {
  return best ? clipText(settingText(best, columns), LONGEST_SETTING) : "none";
}

/** Returns what changes in the only setting of both sides: "eta: 0.03 → 0.1"; undefined where there are several. */
function sharedChange({ boards, comparison }: ReviewedResults): string | undefined {
  if (boards.before.columns.length + boards.after.columns.length > 0 || comparison.changes.length === 0)
    return undefined;
  const textOf = (value: StatedValue | null): string => shownText(value as ColumnValue | null) || "default";
  const changes = comparison.changes.map(
    ({ path, before, after }) =>
      `${axisName(path, comparison.changes)}: ${textOf(before)} → ${textOf(after)}`,
  );
  return clipText(changes.join(", "), LONGEST_SETTING);
}

function differenceText({ decision: { compared, objective } }: ReviewedResults): string {
  const difference = compared?.difference;
  if (!difference) return "-";
  const interval = difference.status === "tested" ? difference.ci95 : null;
  return comparisonWithUnit(objective.metric, { difference, interval });
}

function outcomeOf({ boards, comparison, decision }: ReviewedResults): Outcome {
  const { verdict, gain, margin } = decision;
  const isSame = comparison.identical.some(
    ({ before, after }) => before === boards.before.best && after === boards.after.best,
  );
  if (isSame) return "same";
  if (verdict === "keep") return "better";
  if (gain && gain.ci95.high < 0) return "worse";
  if (verdict === "undecided") return "undecided";
  return gain && gain.ci95.low >= 0 - margin ? "tie" : "not better";
}
