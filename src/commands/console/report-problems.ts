import type { Problem } from "../../spec/problem.ts";
import { counted } from "../../text/counted.ts";
import { SpecError } from "../../spec/spec-error.ts";
import type { Io } from "./io.ts";
import { tellProblems, type Reporter } from "./tell-problems.ts";

/**
 * Tells all problems of a command line at once, before anything is done; with `json` in the first line of stdout.
 * Returns whether one of them is an error: exit code 2.
 */
export function reportProblems(problems: readonly Problem[], reporter: Reporter, io: Io): boolean {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const closing = `${counted(errors, "error")}; nothing was changed`;
  tellProblems(problems, { reporter, closing }, io);
  return errors > 0;
}

/** Tells problems as `reportProblems` does. @throws {SpecError} If one of them is an error. */
export function refuseProblems(problems: readonly Problem[], reporter: Reporter, io: Io): void {
  if (reportProblems(problems, reporter, io)) throw new SpecError(problems);
}

/** Tells problems as `reportProblems` does, and returns what is to be thrown: all that is left is the exit code. */
export function toldProblems(problems: readonly Problem[], reporter: Reporter, io: Io): SpecError {
  reportProblems(problems, reporter, io);
  return new SpecError(problems);
}
