import { GridientError } from "../../errors.ts";
import { nearestWord } from "../../spec/messages/nearest-word.ts";

/** Returns what refuses a word that names nothing of some results. @param what What it should name: "a metric". */
export function unknownWord(what: string, word: string, allowed: readonly string[]): GridientError {
  const nearest = nearestWord(word, allowed);
  const message = `Cannot show ${what} as the results must have it: ${JSON.stringify(word)}`;
  const hint = nearest ? `Write ${nearest}` : `There are ${allowed.join(", ")}`;
  return new GridientError("E_USAGE", message, { hint });
}
