import { GridientError } from "../errors.ts";
import type { Plan } from "./plan.ts";
import type { Trial } from "./trial.ts";

/**
 * Returns the trial of a plan that a word names: its number, or else the beginning of its id.
 * @throws {GridientError} E_USAGE if there is none, or more than one.
 */
export function findTrial({ trials, experiment }: Plan, word: string): Trial {
  const numbered = /^\d+$/.test(word) ? trials[Number(word)] : undefined;
  const [found, second] = numbered
    ? [numbered]
    : trials.filter(({ id }) => word !== "" && id.startsWith(word));
  if (found && !second) return found;
  const message = second
    ? `The ids of several trials of ${experiment.file} begin with "${word}"`
    : `Trial not found in ${experiment.file}: "${word}"`;
  throw new GridientError("E_USAGE", message, {
    hint: `Its trials are 0 to ${trials.length - 1}; ids are in trials.csv and in gridient plan --json`,
  });
}
