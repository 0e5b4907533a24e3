import { canonicalJson } from "../../data/canonical-json.ts";
import type { BalancedGrid } from "../../math/balanced-variance.ts";
import type { Column } from "../../spec/sweep.ts";
import { independentValues } from "../replicates/independent-values.ts";
import type { ConfigurationResult } from "../results.ts";

/** The objective over a full product of axes. */
export interface FullGrid extends BalancedGrid {
  /** The columns that vary. */
  readonly paths: readonly string[];
  /** Blocks are folds, each with the mean of its replicates. */
  readonly hasFolds: boolean;
  /** By cell, the last axis fastest, replicates innermost. */
  readonly values: readonly number[];
}

/** Returns the objective's values in the order of the grid, or why the configurations are not a full grid of them. */
export function fullGrid(
  columns: readonly Column[],
  configurations: readonly ConfigurationResult[],
): FullGrid | { readonly refusal: string } {
  const refusal = missingValues(configurations);
  if (refusal !== undefined) return { refusal };
  const axes = columns
    .map(({ path }, i) => ({ path, levels: levelsOf(configurations, i) }))
    .filter(({ levels }) => new Set(levels).size > 1);
  const sizes = axes.map(({ levels }) => new Set(levels).size);
  const cells = configurations.map((_, i) => {
    return axes.reduce((cell, { levels }, axis) => cell * sizes[axis]! + levels[i]!, 0);
  });
  const size = sizes.reduce((product, count) => product * count, 1);
  if (new Set(cells).size < size)
    return { refusal: `the settings must be all combinations of the axes: ${cells.length} of ${size}` };
  const values = configurations.map(({ trials }) => independentValues(trials, ({ objective }) => objective));
  const ordered = [...configurations.keys()].sort((a, b) => cells[a]! - cells[b]!);
  return {
    paths: axes.map(({ path }) => path),
    levels: sizes,
    replicates: values[0]!.length,
    hasFolds: configurations[0]!.trials.some(({ trial }) => trial.fold !== undefined),
    values: ordered.flatMap((i) => values[i]!),
  };
}

/** Returns the number of each configuration's value of a column, in the order in which values first occur. */
function levelsOf(configurations: readonly ConfigurationResult[], column: number): number[] {
  const numbers = new Map<string, number>();
  return configurations.map(({ values }) => {
    const key = canonicalJson(values[column]);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
}

function missingValues(configurations: readonly ConfigurationResult[]): string | undefined {
  const trials = configurations.flatMap((configuration) => configuration.trials);
  const without = trials.filter(({ objective }) => objective === null).length;
  return without === 0
    ? undefined
    : `every trial must have a value: ${without} of ${trials.length} have none`;
}
