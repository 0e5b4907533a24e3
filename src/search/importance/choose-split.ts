/** A point with its loss. A position is a share, or a level where levels have no order. */
export interface Sample {
  readonly position: readonly number[];
  readonly loss: number;
}

/** Positions below a threshold, or some levels. */
type Left = { readonly threshold: number } | { readonly levels: readonly number[] };

/** A division of a box by one axis, with the positions that are left of it. */
export type Split = { readonly axis: number } & Left;

/** Each part of a box has so many samples at least. */
const LEAST_SAMPLES = 2;
/** What a split explains beyond this part of the whole is not rounding. */
const EPSILON = 1e-12;

/** Returns whether a position on the axis of a split is in its left part. */
export function isLeft(split: Split, position: number): boolean {
  return "levels" in split ? split.levels.includes(position) : position < split.threshold;
}

/**
 * Returns the split after which the squared error of the means is least; undefined where none lowers it. Levels without an order
 * are ordered by their mean loss, which loses nothing.
 * Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees (1984), theorem 9.6 and section 8.4.
 */
export function chooseSplit(samples: readonly Sample[], isUnordered: readonly boolean[]): Split | undefined {
  const total = samples.reduce((sum, { loss }) => sum + loss, 0);
  let most = ((total * total) / samples.length) * (1 + EPSILON);
  let best: Split | undefined;
  for (const [axis, unordered] of isUnordered.entries()) {
    const keyOf = unordered ? rankByMean(samples, axis) : ({ position }: Sample) => position[axis]!;
    const keys = samples.map(keyOf);
    const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
    let sum = 0;
    for (let count = 1; count <= order.length - LEAST_SAMPLES; count++) {
      const [before, after] = [order[count - 1]!, order[count]!];
      sum += samples[before]!.loss;
      if (count < LEAST_SAMPLES || keys[before] === keys[after]) continue;
      const rest = total - sum;
      const explained = (sum * sum) / count + (rest * rest) / (order.length - count);
      if (explained <= most) continue;
      most = explained;
      best = unordered
        ? {
            axis,
            levels: [...new Set(Array.from(order.subarray(0, count), (i) => samples[i]!.position[axis]!))],
          }
        : { axis, threshold: between(keys[before]!, keys[after]!) };
    }
  }
  return best;
}

/** Returns a number above the first of two, at most the second. */
function between(low: number, high: number): number {
  const middle = (low + high) / 2;
  return middle > low ? middle : high;
}

/** Returns the rank of a sample's level among all levels, by mean loss. */
function rankByMean(samples: readonly Sample[], axis: number): (sample: Sample) => number {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { position, loss } of samples) {
    const own = sums.get(position[axis]!) ?? { sum: 0, count: 0 };
    sums.set(position[axis]!, { sum: own.sum + loss, count: own.count + 1 });
  }
  const ordered = [...sums].sort(([a, x], [b, y]) => x.sum / x.count - y.sum / y.count || a - b);
  const ranks = new Map(ordered.map(([level], rank) => [level, rank]));
  return ({ position }) => ranks.get(position[axis]!)!;
}
