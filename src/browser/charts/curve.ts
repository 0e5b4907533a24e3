/** One line of a chart: a metric over the epochs. */
export interface Curve {
  readonly key: string | number;
  /** What it belongs to, for people. */
  readonly label: string;
  /** Class of the style sheet that colours it. */
  readonly look: string;
  /** Value at each epoch, from 0. */
  readonly values: readonly (number | null)[];
}
