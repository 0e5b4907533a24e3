import type { Problem } from "../spec/problem.ts";
import { renderProblem } from "../spec/render-problem.ts";
import { annotation, withoutCommands } from "./annotation.ts";
import { paintFor, type Io } from "./io.ts";

/** How problems are told: for people on stderr, or as one line of JSON, which is then the first of stdout. */
export type Reporter = "text" | "json";

/**
 * Tells all problems of a command line at once, and annotates their lines where a GitHub workflow runs.
 * Returns whether one of them is an error: exit code 2.
 */
export function reportProblems(problems: readonly Problem[], reporter: Reporter, io: Io): boolean {
  const isWorkflow = io.env["GITHUB_ACTIONS"] === "true";
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (reporter === "json") io.stdout.write(problemsJson(problems));
  else
    io.stderr.write(
      isWorkflow ? withoutCommands(textOf(problems, errors, io)) : textOf(problems, errors, io),
    );
  if (isWorkflow) for (const problem of problems) io.stderr.write(`${annotation(problem)}\n`);
  return errors > 0;
}

/** One line, in which no workflow command of the old form can stand: `##[` occurs only in strings. */
function problemsJson(problems: readonly Problem[]): string {
  return `${JSON.stringify(problems).replaceAll("##[", String.raw`#\u0023[`)}\n`;
}

function textOf(problems: readonly Problem[], errors: number, io: Io): string {
  const paint = paintFor(io.stderr, io.env);
  const texts = problems.map((problem) => `${renderProblem(problem, paint)}\n\n`);
  if (errors > 0) texts.push(`${errors === 1 ? "1 error" : `${errors} errors`}; nothing was changed\n`);
  return texts.join("");
}
