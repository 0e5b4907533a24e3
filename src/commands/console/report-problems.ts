import { renderProblem } from "../../spec/render-problem.ts";
import type { Problem } from "../../spec/problem.ts";
import { SpecError } from "../../spec/spec-error.ts";
import { counted } from "../../text/counted.ts";
import { jsonText } from "../../text/json-text.ts";
import { annotation } from "./annotation.ts";
import { isWorkflow, paintFor, sendCommand, type Io } from "./io.ts";

/**
 * Prints all problems of a command line at once, before anything is done; with `json` in the first line of stdout.
 * Returns whether one of them is an error: exit code 2.
 */
export function reportProblems(problems: readonly Problem[], reporter: Reporter, io: Io): boolean {
  printProblems(problems, { reporter, closing: closingLine(problems) }, io);
  return problems.some(isError);
}

/** Returns the line below problems that prevented all work. */
export function closingLine(problems: readonly Problem[]): string {
  return `${counted(problems.filter(isError).length, "error")}; nothing was changed`;
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

/** Prints problems like `reportProblems`. @throws {SpecError} If one of them is an error. */
export function refuseProblems(problems: readonly Problem[], reporter: Reporter, io: Io): void {
  if (reportProblems(problems, reporter, io)) throw new SpecError(problems);
}

/** Prints problems like `reportProblems`, and returns the error to throw, which sets the exit code. */
export function problemsError(problems: readonly Problem[], reporter: Reporter, io: Io): SpecError {
  reportProblems(problems, reporter, io);
  return new SpecError(problems);
}

/** How problems are printed: for people on stderr, or as one line of JSON on stdout. */
export type Reporter = "text" | "json";

/**
 * Prints all problems at once, and annotates their lines where a GitHub workflow runs.
 *
 * @param closing The line below errors in text.
 */
export function printProblems(
  problems: readonly Problem[],
  { reporter, closing }: { reporter: Reporter; closing: string },
  io: Io,
): void {
  if (reporter === "json") (io.problems ?? io.stdout).write(`${jsonText(problems)}\n`);
  else io.stderr.write(textOf(problems, closing, io));
  if (isWorkflow(io)) for (const problem of problems) sendCommand(io.stderr, `${annotation(problem)}\n`);
}

function textOf(problems: readonly Problem[], closing: string, io: Io): string {
  const paint = paintFor(io.stderr, io.env);
  const texts = problems.map((problem) => `${renderProblem(problem, paint)}\n\n`);
  if (problems.some(isError)) texts.push(`${closing}\n`);
  return texts.join("");
}
