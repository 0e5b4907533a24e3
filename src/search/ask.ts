import type { PhiloxKey } from "../math/philox.ts";
import type { Axis } from "./axis.ts";

/** What is known of a point that was tried. */
export interface Observation {
  /** Of each axis, above 0 and below 1; what does not matter may be anything. */
  readonly shares: readonly number[];
  /** Lower is better; undefined where the trial failed or diverged, which counts as worse than any loss. */
  readonly loss: number | undefined;
}

/** What a method of search that learns is asked: which points to try in a generation. */
export interface Ask {
  readonly axes: readonly Axis[];
  readonly key: PhiloxKey;
  /** Of all earlier generations, in plan order. */
  readonly observations: readonly Observation[];
  /** 0 is the start, which needs no observations. */
  readonly generation: number;
}

/** Why a point is tried. */
export type Origin =
  /** It is the point of this index of the sequence that the search starts with. */
  | { readonly kind: "sequence"; readonly index: number }
  /** It was drawn from the whole space, by chance. */
  | { readonly kind: "uniform" }
  /** It was drawn near the observation of this index. */
  | { readonly kind: "kernel"; readonly around: number };

/** A point to try. */
export interface Proposal {
  readonly shares: readonly number[];
  readonly origin: Origin;
}
