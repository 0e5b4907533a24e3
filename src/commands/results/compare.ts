import { compareResults, sourceTitle, type ResultsSource } from "../../pipeline/read-results.ts";
import type { Io } from "../console/io.ts";
import { screenFor } from "../console/screen-for.ts";
import { revisionsIn } from "../reading/revisions.ts";
import { compareJson } from "./compare-json.ts";
import { compareMarkdown, compareText } from "./compare-text.ts";
import { requireResults, resultsPlace } from "./results-place.ts";

/** Options of the command line. */
export interface CompareOptions {
  /** Folder in which the results of experiments are looked for. */
  readonly out: string;
  readonly json?: boolean;
  readonly md?: boolean;
}

/**
 * Says what two folders of results differ in, or one folder at a git revision and on disk, or at two revisions.
 * Returns the exit code, 0 also where they differ.
 * @throws {GridientError} E_USAGE if there are no such results or revisions.
 */
export async function compare(
  first: string,
  second: string,
  options: CompareOptions,
  io: Io,
): Promise<number> {
  const [before, after] = compareSources(first, second, options.out);
  const comparison = await compareResults(before, after);
  const titles = [sourceTitle(before), sourceTitle(after)] as const;
  if (options.json) io.stdout.write(compareJson(comparison, titles));
  else if (options.md) io.stdout.write(compareMarkdown(comparison, titles));
  else io.stdout.write(compareText(comparison, titles, screenFor(io.stdout, io.env)));
  return 0;
}

/**
 * Returns what `compare A B` compares: two folders, where A names one; else B at the revision A, with what is on disk,
 * or between two revisions `A..B`, an empty one being HEAD.
 * @throws {GridientError} E_USAGE if a revision begins with "-", or if there is no such folder on disk where it is compared.
 */
function compareSources(first: string, second: string, out: string): readonly [ResultsSource, ResultsSource] {
  const place = resultsPlace(first, out);
  if (place !== undefined) return [{ folder: place }, { folder: requireResults(second, out) }];
  const [before, after] = revisionsIn(first);
  const folder = requireResults(second, out);
  return [
    { folder, revision: before },
    { folder, revision: after },
  ];
}
