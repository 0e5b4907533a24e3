import { decideResults, sourceTitle } from "../../pipeline/read-results.ts";
import { differenceText, intervalText } from "../../results/figure-text.ts";
import type { ComparedSetting } from "../../results/changes/board-comparison.ts";
import type { Decision } from "../../results/changes/decide.ts";
import { metricText } from "../../results/metric-text.ts";
import { counted } from "../../text/counted.ts";
import { jsonText } from "../../text/json-text.ts";
import { paintFor, type Io } from "../console/io.ts";
import { compareSources } from "./results-place.ts";

/** Options of the command line. */
export interface DecideOptions {
  /** Folder in which the results of experiments are looked for. */
  readonly out: string;
  /** The smallest gain that matters. */
  readonly margin?: number;
  readonly json?: boolean;
}

/** Exit codes: of a change that is kept, discarded, or neither. */
const CODES = { keep: 0, discard: 1, undecided: 3 } as const;

/**
 * Says whether to keep a change of results: between two folders, or of one since a git revision. Returns the exit code.
 * @throws {GridientError} E_USAGE if there are no such results or revisions.
 */
export async function decide(first: string, second: string, options: DecideOptions, io: Io): Promise<number> {
  const [before, after] = compareSources(first, second, options.out);
  const decision = await decideResults(before, after, options.margin);
  const titles = [sourceTitle(before), sourceTitle(after)] as const;
  io.stdout.write(options.json ? decisionJson(decision, titles) : decisionText(decision, titles, io));
  return CODES[decision.verdict];
}

function decisionJson(decision: Decision, [before, after]: readonly [string, string]): string {
  const { verdict, reason, objective, margin, compared, gain = null, more = null } = decision;
  const side = (title: string, of: "before" | "after") => ({
    results: title,
    configuration: compared ? compared[of].index : null,
    ...(compared ? compared.statistics[of] : { n: 0, mean: null, sd: null, ci95: null }),
  });
  const sides = { before: side(before, "before"), after: side(after, "after") };
  return `${jsonText({ verdict, reason, objective, margin, ...sides, gain, more }, 2)}\n`;
}

function decisionText(decision: Decision, titles: readonly [string, string], { stdout, env }: Io): string {
  const { verdict, reason, objective, margin, compared, gain, more } = decision;
  const { metric, at } = objective;
  const paint = paintFor(stdout, env);
  const colour = { keep: paint.green, discard: paint.red, undecided: paint.bold }[verdict];
  const lines = [`${colour(verdict)}  ${titles.join(" -> ")}: ${reason}`];
  if (compared) {
    const [before, after] = [compared.statistics.before, compared.statistics.after];
    const figures = [before, after].map((figure) => intervalText(metric, figure) || "-").join(" -> ");
    lines.push(`${metricText(metric, {})} of the best setting at the ${at} epoch: ${figures}`);
  }
  if (gain) {
    const half = (gain.ci95.high - gain.ci95.low) / 2;
    const [mean, low, high] = [gain.mean, gain.ci95.low, gain.ci95.high].map((value) =>
      differenceText(metric, value, half),
    );
    const interval = half > 0 ? ` (${low} to ${high})` : " each time";
    const matters = differenceText(metric, margin).replace("+", "");
    lines.push(`gain: ${mean}${interval} over ${counted(gain.n, "pair")}; margin: ${matters}`);
  }
  if (verdict === "undecided" && gain && compared) lines.push(moreText(compared, more));
  return `${lines.map((line, i) => (i === 0 ? line : `  ${line}`)).join("\n")}\n`;
}

function moreText({ after }: ComparedSetting, more: number | undefined): string {
  const word = after.trials.some(({ trial }) => trial.fold !== undefined) ? "fold" : "replicate";
  if (more !== undefined) return `about ${counted(more, `more ${word}`)} of both would decide it`;
  return `no number of ${word}s up to 1000 would decide it; a margin might`;
}
