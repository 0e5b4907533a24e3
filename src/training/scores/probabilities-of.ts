import type { Answers } from "./answers.ts";

/**
 * Returns outputs as probabilities of the classes, float64, row-major like them: outputs below 0 count as 0, and are
 * divided by their sum; where all are 0, all classes are alike. So any output can be read, softmax as it is.
 */
export function probabilitiesOf({ outputs, count }: Answers): Float64Array {
  const p = Float64Array.from(outputs, (output) => (output < 0 ? 0 : output));
  for (let start = 0; start < p.length; start += count) {
    let sum = 0;
    for (let k = start; k < start + count; k++) sum += p[k]!;
    for (let k = start; k < start + count; k++) p[k] = sum === 0 ? 1 / count : p[k]! / sum;
  }
  return p;
}
