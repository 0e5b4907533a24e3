import { dependsOnEpochs } from "../../configuration/depends-on-epochs.ts";
import { lengthOf } from "../../configuration/kind-of.ts";
import { bracketOf } from "../../search/ladder.ts";
import type { ConfigurationResult, Results } from "../results.ts";
import { valueAfter } from "./losses-of.ts";
import { meanOf } from "./race.ts";
import { rungsSoFar, type Rung } from "./rungs.ts";

/** A rung and what became of the settings that reached it. */
export interface RungCourse extends Rung {
  /** In plan order. */
  readonly reached: readonly RungResult[];
}

/** The result of a setting at a rung. */
export interface RungResult {
  /** Number of the setting. */
  readonly index: number;
  /** Mean of the objective over the replicates; undefined where one diverged. */
  readonly value: number | undefined;
  readonly continues: boolean;
}

/**
 * Returns the rungs of a search that gives better settings more training; none for another, while a record is missing, and
 * where records of longer training do not contain a shorter one.
 */
export function rungCourse(results: Pick<Results, "experiment" | "configurations">): RungCourse[] {
  const { experiment, configurations } = results;
  const { ladder } = experiment.sweep.search ?? {};
  const isKnown = configurations.every(({ failed }) => failed === 0);
  if (!ladder || !isKnown || dependsOnEpochs(experiment.base)) return [];
  return rungsSoFar(results, ladder).map((rung) => ({
    ...rung,
    reached: configurations
      .filter(({ index }) => bracketOf(ladder, index) === rung.bracket)
      .filter(({ configuration }) => lengthOf(configuration) >= rung.length)
      .map((own) => resultAt(own, rung, experiment.objective)),
  }));
}

function resultAt(
  { index, configuration, trials }: ConfigurationResult,
  { length }: Rung,
  objective: Results["experiment"]["objective"],
): RungResult {
  const values = trials.map(
    ({ trial, record }) => record && valueAfter(length, { trial, record }, objective),
  );
  return { index, value: meanOf(values), continues: lengthOf(configuration) > length };
}
