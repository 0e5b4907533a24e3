import type { Job } from "../../trials/job.ts";
import { continuedTrials } from "./continued-trials.ts";

/** Of more ranges than these only the count is told. */
const MOST_RANGES = 8;

/** Returns which trials go on from kept weights, a line for each epoch that they go on after; none where none do. */
export function continuedText(starts: ReadonlyMap<Job, number>): string[] {
  return [...continuedTrials(starts)].map(([epoch, numbers]) => {
    const which = numbers.length === 1 ? "trial" : `${numbers.length} trials`;
    return `${which} ${rangesText(numbers)} from weights kept at epoch ${epoch}`;
  });
}

/** Returns ascending numbers as ranges: 0-3, 8, 10-11. */
function rangesText(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const texts = ranges.slice(0, MOST_RANGES).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return `(${texts.join(", ")}${ranges.length > MOST_RANGES ? ", ..." : ""})`;
}
