import type { Problem } from "../../spec/problem.ts";
import { renderProblem } from "../../spec/messages/render-problem.ts";
import { jsonText } from "../../text/json-text.ts";
import { annotation } from "./annotation.ts";
import { isWorkflow, paintFor, sendCommand, type Io } from "./io.ts";

/** How problems are told: for people on stderr, or as one line of JSON on stdout. */
export type Reporter = "text" | "json";

/**
 * Tells problems all at once, and annotates their lines where a GitHub workflow runs.
 *
 * @param closing What people read below errors.
 */
export function tellProblems(
  problems: readonly Problem[],
  { reporter, closing }: { reporter: Reporter; closing: string },
  io: Io,
): void {
  if (reporter === "json") io.stdout.write(`${jsonText(problems)}\n`);
  else io.stderr.write(textOf(problems, closing, io));
  if (isWorkflow(io)) for (const problem of problems) sendCommand(io.stderr, `${annotation(problem)}\n`);
}

function textOf(problems: readonly Problem[], closing: string, io: Io): string {
  const paint = paintFor(io.stderr, io.env);
  const texts = problems.map((problem) => `${renderProblem(problem, paint)}\n\n`);
  if (problems.some(({ severity }) => severity === "error")) texts.push(`${closing}\n`);
  return texts.join("");
}
