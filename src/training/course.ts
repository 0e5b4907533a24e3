import type { Tensors } from "./checkpoint.ts";
import type { Measurement } from "./measure.ts";
import type { EvaluatedPart, MetricSeries, UnitFacts } from "./record.ts";

/** A training from which trials are read while it runs: of a network by epochs, of a descent by steps. */
export interface Course {
  /** Finished epochs, or steps, that did not diverge. */
  readonly epoch: number;
  /** What was measured at the end of the last finished epoch. */
  readonly measurement: Measurement;
  /** Trains one more epoch. Returns false if it diverged; then nothing of it is kept. */
  advance(): boolean;
  /** Returns every metric at every finished epoch; it may grow with the course. */
  series(): MetricSeries;
  /** The weights, of a network. */
  readonly weights: Weights | undefined;
  /** Returns facts about the units of the network as it is now. */
  units(): UnitFacts;
  /** Returns the part of the data that decides, if there are data. */
  evaluated(): EvaluatedPart | undefined;
}

/** The weights of a course at present. */
export interface Weights {
  /** Returns a copy of all that the next epoch depends on. */
  tensors(): Tensors;
  /** Makes the network what it was at an earlier epoch; later ones are forgotten. */
  goBack(epoch: number, tensors: Tensors): void;
}
