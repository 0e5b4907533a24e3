const MOST_STEPS = 200;
const PRECISION = 1e-11;

/**
 * Returns where a continuous function that rises from below `level` at 0 reaches it.
 * Method: the Illinois form of false position; sources: Dowell and Jarratt, "A modified regula falsi method for computing
 * the root of an equation" (BIT 11, 1971).
 */
export function solveRising(rising: (x: number) => number, level: number): number {
  let [low, high] = [0, 1];
  let [below, above] = [rising(low) - level, rising(high) - level];
  while (above < 0) {
    [low, below] = [high, above];
    high *= 2;
    above = rising(high) - level;
  }
  for (let step = 0, side = 0; step < MOST_STEPS && high - low > PRECISION * high; step++) {
    const x = (low * above - high * below) / (above - below);
    const value = rising(x) - level;
    if (value === 0 || x <= low || x >= high) return x;
    if (value < 0) {
      [low, below] = [x, value];
      if (side === -1) above /= 2;
      side = -1;
    } else {
      [high, above] = [x, value];
      if (side === 1) below /= 2;
      side = 1;
    }
  }
  return (low + high) / 2;
}
