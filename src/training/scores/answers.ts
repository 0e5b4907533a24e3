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
  /** What 1 stands for in the units of the data, for each output. */
  readonly scales: readonly number[];
}
