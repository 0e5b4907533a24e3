/** Returns what a figure over that many replicates is: "mean ± 95 % confidence interval of 3 replicates". */
export function replicatesText(count: number): string {
  return count === 1 ? "one replicate" : `mean ± 95 % confidence interval of ${count} replicates`;
}
