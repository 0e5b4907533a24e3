import { GridientError } from "../errors.ts";
import type { Problem } from "./problem.ts";

/** An experiment, or another file that a command reads, cannot be used. `problems` lists everything that is wrong with it. */
export class SpecError extends GridientError {
  override readonly name = "SpecError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const list = problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    super("E_SPEC", list.join("\n"));
    this.problems = problems;
  }
}
