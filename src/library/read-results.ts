import type { ResultsSource } from "../pipeline/read-results.ts";
import type { ResultsComparison } from "../results/changes/board-comparison.ts";
import type { StatedBoard } from "../results/reading/read-board.ts";
import { refuseCancelled } from "./read-experiment.ts";

/** Options of `readResults` and `compareResults`. */
export interface ReadResultsOptions {
  /** Cancels the reading. */
  readonly signal?: AbortSignal;
}

/**
 * Returns the results in a folder: its settings, the best first, and the trials of each. Reads committed files only, on
 * disk or at a revision of git.
 *
 * @example
 * const { leaderboard, best } = await readResults("results/lr");
 * const before = await readResults({ folder: "results/lr", revision: "HEAD" });
 * console.log(leaderboard.length, best?.objective.mean, before.best?.objective.mean);
 *
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read; E_CANCELLED.
 */
export async function readResults(
  source: string | ResultsSource,
  { signal }: ReadResultsOptions = {},
): Promise<StatedBoard> {
  refuseCancelled(signal);
  const { readResults: read } = await import("../pipeline/read-results.ts");
  const board = await read(sourceOf(source));
  refuseCancelled(signal);
  return board;
}

/**
 * Returns the differences between two folders of results, setting by setting.
 *
 * @example
 * const { changed, added, removed } = await compareResults("results/lr", "results/xor");
 * console.log(changed.map(({ difference }) => difference.mean), added.length, removed.length);
 *
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read; E_CANCELLED.
 */
export async function compareResults(
  before: string | ResultsSource,
  after: string | ResultsSource,
  { signal }: ReadResultsOptions = {},
): Promise<ResultsComparison> {
  refuseCancelled(signal);
  const { compareResults: compare } = await import("../pipeline/read-results.ts");
  const comparison = await compare(sourceOf(before), sourceOf(after));
  refuseCancelled(signal);
  return comparison;
}

function sourceOf(source: string | ResultsSource): ResultsSource {
  return typeof source === "string" ? { folder: source } : source;
}
