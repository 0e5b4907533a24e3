import { nodeSystem } from "../../files/node-system.ts";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { GridientError } from "../../errors.ts";
import type { ResultsSource } from "../../pipeline/read-results.ts";
import { experimentName } from "../../spec/experiment-name.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import { revisionsIn } from "../reading/revisions.ts";

const SUMMARY = "summary.json";

/**
 * Returns the folder of results that a word names: the folder itself, the folder of that file, or the folder below `out` of
 * an experiment by its name or file. Undefined where there is none.
 */
function resultsPlace(word: string, out: string): string | undefined {
  const isSpec = /\.ya?ml$/.test(word);
  const places = isSpec ? [] : [word, dirname(word)].filter((_, i) => i === 0 || isFile(word));
  return [...places, join(out, isSpec ? experimentName(word, nodeSystem) : word)].find((place) =>
    isFile(join(place, SUMMARY)),
  );
}

/**
 * Returns the folder of results that a word names.
 * @throws {GridientError} E_USAGE if there is none.
 */
export function requireResults(word: string, out: string): string {
  const place = resultsPlace(word, out);
  if (place !== undefined) return place;
  const nearest = nearestWord(word, namesBelow(out));
  const message = `No results found: ${JSON.stringify(word)} is not a folder with ${SUMMARY}, nor the name of an experiment with one`;
  throw new GridientError("E_USAGE", message, {
    hint: nearest ? `Write ${nearest}` : `Name a folder, or an experiment with results below ${out}`,
  });
}

/**
 * Returns what `compare A B` and `decide A B` compare: two folders, where A names one; else B at the revision A, with what is on disk,
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

function namesBelow(out: string): string[] {
  try {
    return readdirSync(out).filter((name) => isFile(join(out, name, SUMMARY)));
  } catch {
    return []; // nothing has been written there
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // it does not exist or may not be read
  }
}
