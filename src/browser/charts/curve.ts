/** One line of a chart: a metric over the epochs. */
export interface Curve {
  readonly key: string | number;
  /** What it belongs to, for people. */
  readonly label: string;
  /** Class of the style sheet: how it is drawn. */
  readonly look: string;
  /** One of the pictures' colours; absent = that of its look. */
  readonly color?: string;
  /** Value at each epoch, from 0. */
  readonly values: readonly (number | null)[];
  /** The smallest and the largest value at each epoch, where it is the mean of several trials. */
  readonly band?: Band;
  /** The text beside its end; absent = nothing. */
  readonly name?: string;
}

/** The values that a mean is of. */
export interface Band {
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}
