/** A row that a model cannot answer. */
export class RowError extends Error {
  override readonly name = "RowError";
  /** All that is wrong with it, in the order of the columns. */
  readonly problems: readonly RowProblem[];

  constructor(problems: readonly RowProblem[]) {
    super(problems.map(({ message }) => message).join("\n"));
    this.problems = problems;
  }
}

/** One value that cannot be used. */
export interface RowProblem {
  /** Name of its column, or its number from 0; absent where it is the row as a whole. */
  readonly column?: string | number;
  readonly message: string;
}
