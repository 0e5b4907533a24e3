import type { Problem } from "../spec/problem.ts";
import { renderProblem } from "../spec/render-problem.ts";
import { jsonText } from "../text/json-text.ts";
import { annotation } from "./annotation.ts";
import { isWorkflow, paintFor, sendCommand, type Io } from "./io.ts";

/** How problems are told: for people on stderr, or as one line of JSON, which is then the first of stdout. */
export type Reporter = "text" | "json";

/**
 * Tells all problems of a command line at once, and annotates their lines where a GitHub workflow runs.
 * Returns whether one of them is an error: exit code 2.
 */
export function reportProblems(problems: readonly Problem[], reporter: Reporter, io: Io): boolean {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (reporter === "json") io.stdout.write(`${jsonText(problems)}\n`);
  else io.stderr.write(textOf(problems, errors, io));
  if (isWorkflow(io)) for (const problem of problems) sendCommand(io.stderr, `${annotation(problem)}\n`);
  return errors > 0;
}

function textOf(problems: readonly Problem[], errors: number, io: Io): string {
  const paint = paintFor(io.stderr, io.env);
  const texts = problems.map((problem) => `${renderProblem(problem, paint)}\n\n`);
  if (errors > 0) texts.push(`${errors === 1 ? "1 error" : `${errors} errors`}; nothing was changed\n`);
  return texts.join("");
}
