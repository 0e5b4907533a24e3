/**
 * Returns places for labels, at least `gap` apart and within 0..`length`, as near to the wanted places as possible
 * (least squares). Method: isotonic regression of wanted - i gap by pooling adjacent violators.
 */
export function spreadLabels(wanted: readonly number[], gap: number, length: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const pools: { sum: number; count: number }[] = [];
  for (const [rank, i] of order.entries()) {
    let pool = { sum: wanted[i]! - rank * gap, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum * pool.count > pool.sum * last.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const latest = length - (wanted.length - 1) * gap;
  const starts = pools.flatMap(({ sum, count }) => {
    return Array<number>(count).fill(Math.max(0, Math.min(latest, sum / count)));
  });
  const places: number[] = [];
  for (const [rank, i] of order.entries()) places[i] = starts[rank]! + rank * gap;
  return places;
}
