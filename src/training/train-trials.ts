import { asNetwork } from "../configuration/as-network.ts";
import type { Trial } from "../trials/trial.ts";
import { DescentCourse } from "./descent-course.ts";
import { readTrials, type TrainedTrial, type TrainSettings } from "./read-trials.ts";
import { NetworkCourse, type TrainPlace } from "./network-course.ts";

/** Trials of networks that share their prefix. */
type Sharing = readonly [Trial, ...Trial[]];

/**
 * Trains trials that share their prefix, that is, differ in `epochs` alone: one network trains to the largest number,
 * and each trial is read off on the way. Its record is the one it would have had alone and from the beginning, bit for
 * bit: a function of the arguments alone. Returns one result a trial, in the order given.
 *
 * @param place.from A checkpoint of the same training, no later than the end of any of the trials.
 * @throws {TypeError} If they are descents on a function: these need no place.
 */
export function trainTrials(trials: Sharing, settings: TrainSettings, place: TrainPlace): TrainedTrial[] {
  const [{ configuration, baseSeed, replicate }] = trials;
  const training = { configuration: asNetwork(configuration), baseSeed, replicate };
  return readTrials(trials, settings, new NetworkCourse(training, settings.metrics, place));
}

/** Returns the results of descents that differ in `steps` alone; undefined where the trials train networks. */
export function descendTrials(
  [first, ...others]: Sharing,
  settings: TrainSettings,
): TrainedTrial[] | undefined {
  if (first.configuration.kind !== "function") return undefined;
  return readTrials([first, ...others], settings, new DescentCourse(first.configuration));
}
