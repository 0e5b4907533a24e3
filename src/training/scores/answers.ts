/** What a network answered about the examples of a part. */
export interface Answers {
  /** Row-major [examples, count]. */
  readonly outputs: Float32Array;
  /** How many outputs there are. */
  readonly count: number;
}

/** Answers about examples of classes. */
export interface ClassAnswers extends Answers {
  /** The class of each example. */
  readonly labels: Uint8Array;
}

/** Answers about examples with numbers to predict. */
export interface NumberAnswers extends Answers {
  /** Row-major [examples, count]. */
  readonly targets: Float32Array;
  /** The size of 1 in the units of the data, for each output. */
  readonly scales: readonly number[];
}

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
