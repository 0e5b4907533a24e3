import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Objective } from "../../experiment.ts";
import type { Problem } from "../../problem.ts";
import type { Goals } from "../../../metrics/metrics.ts";
import type { SpecNode } from "../../spec-node.ts";
import type { Point } from "../../sweep.ts";

/** What differs between the kinds of experiments when specs are read. */
export interface SpecKind {
  /** "a network". */
  readonly noun: string;
  /** Of a field that only this kind has: "only networks have it". */
  readonly onlyIt: string;
  /** Whether trials train on a data set, so that fields must fit it. */
  readonly hasData: boolean;
  /** Whether trials leave weights to keep. */
  readonly hasWeights: boolean;
  /** Whether replicates differ. */
  readonly isRandom: boolean;
  /** Whether `metrics` and `target` decide what is measured. */
  readonly choosesMetrics: boolean;
  /** Whether trials are repeated under their own conditions, so that `reproducible` and `versions` say something. */
  readonly runsPrograms: boolean;
  /** Returns what to write so that a metric is measured. */
  listingHint(request: string): string;
  /** Returns what is wrong with settings that mean something else to other kinds. */
  readonly checkSettings?: (root: SpecNode) => Problem[];
  /** The hint about a metric of another kind. */
  readonly metricHint: string;
  /** Returns the hint about a field that only another kind has. */
  insteadOf(path: string, other: string): string | undefined;
  /** Returns what is wrong with the points of a grid beside what the checks between fields find. */
  readonly checkPoints?: (points: readonly Point[]) => Problem[];
  /** Returns what chooses the best configuration if a spec does not say. */
  objective(variants: readonly DatasetVariant[], declared: Goals): Pick<Objective, "metric">;
}
