import { searchStreamKey } from "../../math/stream-key.ts";
import type { Observation } from "../../search/ask.ts";
import { axisImportance } from "../../search/importance/axis-importance.ts";
import { searchAxes, searchColumns } from "../../spec/search-experiment.ts";
import type { Results } from "../results.ts";

/** Which axes of a search matter for the objective. */
export interface SearchImportance {
  /** Of each axis, alone: its share of the variance over the whole space, the largest first. */
  readonly axes: readonly { readonly path: string; readonly share: number }[];
  /** The share of the variance among settings that the forest explains without having seen them. */
  readonly explained: number;
  /** How many settings it was fitted to. */
  readonly settings: number;
}

/**
 * Returns which axes of a search matter; undefined for another experiment, with a single axis, where all results are the same,
 * and where settings have trained for different times, so that results do not differ by their axes alone.
 */
export function searchImportance({
  experiment: { sweep },
  configurations,
}: Pick<Results, "experiment" | "configurations">): SearchImportance | undefined {
  const { search } = sweep;
  const observations = configurations.flatMap(({ shares, objective }): Observation[] => {
    return shares ? [{ shares, loss: objective.mean ?? undefined }] : [];
  });
  const known = observations.filter(({ loss }) => loss !== undefined);
  const columns = searchColumns(sweep);
  if (!search || search.ladder || known.length < 2 || columns.length < 2) return undefined;
  const found = axisImportance(searchAxes(sweep), known, searchStreamKey(search.seed, "importance"));
  if (!found) return undefined;
  const axes = columns.map((path, i) => ({ path, share: found.shares[i]! }));
  return {
    axes: axes.toSorted((a, b) => b.share - a.share),
    explained: found.explained,
    settings: known.length,
  };
}
