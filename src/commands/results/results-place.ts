import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { GridientError } from "../../errors.ts";
import { experimentName } from "../../spec/experiment-name.ts";
import { nearestWord } from "../../text/nearest-word.ts";

const SUMMARY = "summary.json";

/**
 * Returns the folder of results that a word means: itself, the folder of a file in it, or below `out` that of an
 * experiment by its name or file. Undefined where there is none.
 */
export function resultsPlace(word: string, out: string): string | undefined {
  const isSpec = /\.ya?ml$/.test(word);
  const places = isSpec ? [] : [word, dirname(word)].filter((_, i) => i === 0 || isFile(word));
  return [...places, join(out, isSpec ? experimentName(word) : word)].find((place) =>
    isFile(join(place, SUMMARY)),
  );
}

/**
 * Returns the folder of results that a word means.
 * @throws {GridientError} E_USAGE if there is none.
 */
export function requireResults(word: string, out: string): string {
  const place = resultsPlace(word, out);
  if (place !== undefined) return place;
  const nearest = nearestWord(word, namesBelow(out));
  const message = `Cannot find results as a folder with a ${SUMMARY} must be named: ${JSON.stringify(word)}`;
  throw new GridientError("E_USAGE", message, {
    hint: nearest ? `Write ${nearest}` : `Name a folder, or an experiment with results below ${out}`,
  });
}

function namesBelow(out: string): string[] {
  try {
    return readdirSync(out).filter((name) => isFile(join(out, name, SUMMARY)));
  } catch {
    return []; // nothing was ever written there
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not for us
  }
}
