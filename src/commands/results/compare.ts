import { compareResults, sourceTitle } from "../../pipeline/read-results.ts";
import type { Io } from "../console/io.ts";
import { screenFor } from "../console/screen-for.ts";
import { compareJson } from "./compare-json.ts";
import { compareMarkdown, compareText } from "./compare-text.ts";
import { compareSources } from "./results-place.ts";

/** Options of the command line. */
export interface CompareOptions {
  /** Folder with the results of experiments. */
  readonly out: string;
  readonly json?: boolean;
  readonly md?: boolean;
}

/**
 * Prints the differences between two folders of results, between a git revision of one and the disk, or between two revisions.
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
