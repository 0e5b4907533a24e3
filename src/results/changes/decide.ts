import { independentCount } from "../../math/statistics.ts";
import { studentT95 } from "../../math/student-t.ts";
import type { Interval } from "../../math/statistics.ts";
import type { Objective } from "../../spec/experiment.ts";
import { usualMargin } from "../comparisons/usual-margin.ts";
import type { BoardConfiguration } from "../board.ts";
import { neededCount } from "../comparisons/compare-samples.ts";
import { mostOverlap } from "../replicates/fold-overlap.ts";
import { measuredTrials } from "../replicates/measured-trials.ts";
import type { PairedDifference } from "../paired-difference.ts";
import type { ComparedSetting } from "./board-comparison.ts";
import { compareSettings, type Boards } from "./compare-settings.ts";

/** What to do with a change. */
export type Verdict = "keep" | "discard" | "undecided";

/** What to do with a change, and why. */
export interface Decision {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly objective: Objective;
  /** The smallest gain that matters. */
  readonly margin: number;
  /** The best setting of each side; undefined where one has none. */
  readonly compared: ComparedSetting | undefined;
  /** After minus before, in the direction of the goal; undefined without pairs. */
  readonly gain: Gain | undefined;
  /** Further values of each side with which it would be decided, if difference and spread stayed the same. */
  readonly more?: number | undefined;
}

/** A gain over pairs. */
export interface Gain {
  /** Pairs of replicates, or of folds. */
  readonly n: number;
  readonly mean: number;
  readonly ci95: Interval;
  /** Two-sided; absent where all differences are equal. */
  readonly p?: number;
}

/**
 * Decides whether to keep a change, by the best setting of each side. It is kept where the interval of the gain is above 0 and
 * reaches the margin, and discarded where it ends below the margin: then there is no gain, or one too small to matter.
 *
 * @param margin The smallest gain that matters, from 0 up; by default that of ties.
 */
export function decide(boards: Boards, margin?: number): Decision {
  const { objective } = boards.after.experiment;
  const matters = margin ?? usualMargin(objective.metric);
  const [before, after] = [boards.before.best, boards.after.best];
  const compared = before && after && compareSettings([before, after], new Map(), boards);
  const gain = compared && gainOf(compared.difference, objective);
  const common = { objective, margin: matters, compared, gain };
  const lone = loneSide(before, after);
  if (lone) return { ...common, ...lone };
  if (!compared || !gain) return { ...common, verdict: "undecided", reason: WHY_NO_PAIRS };
  const verdict = verdictOf(gain.ci95, matters);
  const more = verdict === "undecided" ? moreValues(compared, gain, matters) : undefined;
  return { ...common, verdict, reason: REASONS[verdict], more };
}

const WHY_NO_PAIRS =
  "fewer than two pairs of replicates: both sides need the same replicates.baseSeed, and two replicates";

const REASONS: Readonly<Record<Verdict, string>> = {
  keep: "the gain is above 0, and may be as large as the margin",
  discard: "there is no gain, or one that is smaller than the margin",
  undecided: "the gain may be too small to matter, or not",
};

/** The best setting of a side without some values has diverged or failed there, so the other values are not a fair sample. */
function loneSide(
  before: BoardConfiguration | undefined,
  after: BoardConfiguration | undefined,
): Pick<Decision, "verdict" | "reason"> | undefined {
  if (!isSound(after))
    return { verdict: "discard", reason: "no setting has a value for every replicate after the change" };
  if (isSound(before)) return undefined;
  return { verdict: "keep", reason: "no setting had a value for every replicate before the change" };
}

function isSound(best: BoardConfiguration | undefined): boolean {
  return (
    best !== undefined && best.trials.length > 0 && measuredTrials(best.objective) === best.trials.length
  );
}

function gainOf(difference: PairedDifference, { goal }: Objective): Gain | undefined {
  if (difference.status === "tooFew") return undefined;
  const { n } = difference;
  const mean = goal === "maximize" ? difference.mean : 0 - difference.mean;
  if (difference.status === "allEqual") return { n, mean, ci95: { low: mean, high: mean } };
  const { low, high } = difference.ci95;
  const ci95 = goal === "maximize" ? { low, high } : { low: 0 - high, high: 0 - low };
  return { n, mean, ci95, p: difference.p };
}

function verdictOf({ low, high }: Interval, margin: number): Verdict {
  if (low > 0 && high >= margin) return "keep";
  return high < margin || high <= 0 ? "discard" : "undecided";
}

function moreValues(
  { difference, before, after }: ComparedSetting,
  { n, mean }: Gain,
  margin: number,
): number | undefined {
  if (difference.status !== "tested") return undefined;
  const overlap = mostOverlap([before, after]);
  const needed = neededCount((count) => {
    const half = (studentT95(count - 1) * difference.sd) / Math.sqrt(independentCount(count, overlap));
    return verdictOf({ low: mean - half, high: mean + half }, margin) !== "undecided";
  });
  return needed === undefined ? undefined : Math.max(1, needed - n);
}
