import type { Job } from "../../trials/job.ts";

/**
 * Returns the numbers of the trials that go on from kept weights of shorter ones, by the epoch that they go on after:
 * both ascending.
 */
export function continuedTrials(starts: ReadonlyMap<Job, number>): Map<number, number[]> {
  const byEpoch = new Map<number, number[]>();
  for (const [job, epoch] of starts) {
    const numbers = byEpoch.get(epoch) ?? [];
    for (const { index } of job.trials) numbers.push(index);
    byEpoch.set(epoch, numbers);
  }
  const sorted = [...byEpoch].map(([epoch, numbers]) => [epoch, numbers.sort(ascending)] as const);
  return new Map(sorted.sort(([a], [b]) => ascending(a, b)));
}

function ascending(a: number, b: number): number {
  return a - b;
}
