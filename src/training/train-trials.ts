import { kindName } from "../configuration/kind-of.ts";
import type { Configuration, ConfigurationOf } from "../fields/configuration.ts";
import type { ExperimentKind } from "../metrics/metrics.ts";
import type { Trial } from "../trials/trial.ts";
import type { Course } from "./course.ts";
import { DescentCourse } from "./kinds/descent-course.ts";
import { NetworkCourse, type TrainPlace } from "./kinds/network-course.ts";
import { readTrials, type TrainedTrial, type TrainSettings } from "./read-trials.ts";

/** Trials that share their prefix. */
type Sharing = readonly [Trial, ...Trial[]];

/** How the trials of a kind begin. */
interface Beginning<Of extends Configuration> {
  /** @param place Where there are data. */
  begin(
    training: Pick<Trial, "baseSeed" | "replicate"> & { readonly configuration: Of },
    metrics: readonly string[],
    place: TrainPlace | undefined,
  ): Course;
}

const BEGINNINGS: { readonly [Name in ExperimentKind]: Beginning<ConfigurationOf[Name]> } = {
  network: {
    begin(training, metrics, place) {
      if (!place) throw new TypeError("A network trains on data (got no place with data)");
      return new NetworkCourse(training, metrics, place);
    },
  },
  function: { begin: ({ configuration }) => new DescentCourse(configuration) },
  program: {
    begin() {
      throw new TypeError("A program does not train in a thread of gridient: it runs by itself");
    },
  },
};

/**
 * Trains trials that share their prefix, that is, differ only in their length: one course runs to the longest, and the others
 * are read on the way. Each record is the one that the trial would have had alone and from the beginning, bit for bit: a
 * function of the arguments. Returns one result for each trial, in the given order.
 *
 * @param place Where networks train; descents on functions need none.
 * @param place.from A checkpoint of the same training, no later than the end of any of the trials.
 */
export function trainTrials(trials: Sharing, settings: TrainSettings, place?: TrainPlace): TrainedTrial[] {
  const beginning: Beginning<Configuration> = BEGINNINGS[kindName(trials[0].configuration)];
  return readTrials(trials, settings, beginning.begin(trials[0], settings.metrics, place));
}
