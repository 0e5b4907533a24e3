/**
 * Returns p values corrected for their number, in the same order, by Holm's step-down method: the chance of any false
 * finding among those below a level stays below that level.
 * Source: Holm, "A simple sequentially rejective multiple test procedure" (Scandinavian Journal of Statistics 6, 1979).
 */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities.map((_, i) => i).sort((i, j) => probabilities[i]! - probabilities[j]!);
  const corrected = Array<number>(probabilities.length).fill(1);
  let largest = 0;
  for (const [rank, i] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (probabilities.length - rank) * probabilities[i]!));
    corrected[i] = largest;
  }
  return corrected;
}
