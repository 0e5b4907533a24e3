/** How much of a grid's sum of squares one source accounts for. */
export interface VarianceTerm {
  /** Positions of the axes of a main effect or a two-way interaction; else what it is. */
  readonly source: readonly number[] | "higher" | "block" | "noise";
  readonly sumOfSquares: number;
  readonly degrees: number;
}

/** The shape of a balanced grid. */
export interface BalancedGrid {
  /** Number of values of each axis, each at least 2. */
  readonly levels: readonly number[];
  /** Values in each cell. Those of the same position in all cells make a block. */
  readonly replicates: number;
}

const EPSILON = 2.220446049250313e-16;

/**
 * Splits the sum of squares of a balanced grid about its mean: main effects, two-way interactions, what only three and
 * more axes make together, blocks, and noise, which is the rest. A sum that may be rounding alone is 0.
 * Method: each term's means are swept out of what the terms before it have left.
 * Source: Wilkinson, "A general recursive procedure for analysis of variance" (Biometrika 57, 1970).
 *
 * @param values By cell, the last axis fastest, replicates innermost.
 */
export function balancedVariance(values: readonly number[], grid: BalancedGrid): VarianceTerm[] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const rounding = 8 * EPSILON * largest;
  const negligible = values.length * rounding * rounding;
  let rest = sweep(values, () => 0).rest;
  const terms = termsOf(grid).map(({ source, degrees, keyOf }) => {
    const { rest: left, sumOfSquares } = sweep(rest, keyOf);
    rest = left;
    return { source, degrees, sumOfSquares: sumOfSquares > negligible ? sumOfSquares : 0 };
  });
  return terms.filter(({ degrees }) => degrees > 0);
}

interface Sweep {
  readonly rest: readonly number[];
  /** Of the means that were taken out, each as often as it was. */
  readonly sumOfSquares: number;
}

/** Takes the mean of each group out of its values. */
function sweep(values: readonly number[], keyOf: (i: number) => number): Sweep {
  const sums: number[] = [];
  const counts: number[] = [];
  for (const [i, value] of values.entries()) {
    const key = keyOf(i);
    sums[key] = (sums[key] ?? 0) + value;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  const means = sums.map((sum, key) => sum / counts[key]!);
  const sumOfSquares = means.reduce((sum, mean, key) => sum + counts[key]! * mean * mean, 0);
  return { rest: values.map((value, i) => value - means[keyOf(i)]!), sumOfSquares };
}

interface Term extends Pick<VarianceTerm, "source" | "degrees"> {
  /** Which group of the term a value belongs to. */
  readonly keyOf: (i: number) => number;
}

function termsOf({ levels, replicates }: BalancedGrid): Term[] {
  const cells = levels.reduce((product, count) => product * count, 1);
  const strides = levels.map((_, axis) =>
    levels.slice(axis + 1).reduce((product, count) => product * count, replicates),
  );
  const levelAt = (i: number, axis: number): number => Math.floor(i / strides[axis]!) % levels[axis]!;
  const effects = [...levels.map((_, axis) => [axis]), ...pairsOf(levels.length)].map((source): Term => ({
    source,
    degrees: source.reduce((product, axis) => product * (levels[axis]! - 1), 1),
    keyOf: (i) => source.reduce((key, axis) => key * levels[axis]! + levelAt(i, axis), 0),
  }));
  const higher = cells - 1 - effects.reduce((sum, { degrees }) => sum + degrees, 0);
  return [
    ...effects,
    { source: "higher", degrees: higher, keyOf: (i) => Math.floor(i / replicates) },
    { source: "block", degrees: replicates - 1, keyOf: (i) => i % replicates },
    { source: "noise", degrees: (cells - 1) * (replicates - 1), keyOf: (i) => i },
  ];
}

function pairsOf(count: number): number[][] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) => {
    return Array.from({ length: count - a - 1 }, (_, i) => [a, a + 1 + i]);
  });
}
