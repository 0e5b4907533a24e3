import { revisionsIn } from "../reading/revisions.ts";
import type { ResultsSource } from "../boards/read-results.ts";
import { requireResults, resultsPlace } from "../boards/results-place.ts";

/**
 * Returns what `compare A B` compares: two folders, where A names one; else B at the revision A, with what is on disk,
 * or between two revisions `A..B`, an empty one being HEAD.
 * @throws {GridientError} E_USAGE if a revision begins with "-", or if there is no such folder on disk where it is compared.
 */
export function compareSources(
  first: string,
  second: string,
  out: string,
): readonly [ResultsSource, ResultsSource] {
  const place = resultsPlace(first, out);
  if (place !== undefined) return [{ folder: place }, { folder: requireResults(second, out) }];
  const [before, after] = revisionsIn(first);
  const folder = requireResults(second, out);
  return [
    { folder, revision: before },
    { folder, revision: after },
  ];
}
