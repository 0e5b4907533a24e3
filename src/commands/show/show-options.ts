/** Options of the command line. */
export interface ShowOptions {
  /** Folder in which the results of experiments are looked for. */
  readonly out: string;
  /** Name of a metric. */
  readonly sort?: string;
  readonly top?: number;
  readonly columns?: readonly string[];
  /** One row for each trial. */
  readonly trials?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
}
