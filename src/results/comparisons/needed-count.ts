/** How many replicates may be proposed; steps in which such a rough figure is fair. */
const COUNTS = [
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 500, 600, 800,
  1000,
];

/**
 * Returns the fewest replicates with which a comparison would be decided if difference and spread stayed as they are;
 * undefined where a thousand would not do.
 *
 * @param isDecided Rises with the number: once true, it stays true.
 */
export function neededCount(isDecided: (count: number) => boolean): number | undefined {
  let [low, high] = [0, COUNTS.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isDecided(COUNTS[middle]!)) high = middle;
    else low = middle + 1;
  }
  return COUNTS[low];
}
