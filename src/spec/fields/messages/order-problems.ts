import type { Problem } from "../../problem.ts";

/** More would bury the first. */
const MAX_PROBLEMS = 100;

/** Returns problems in the order of their places; a flood of them is cut, errors first to stay. */
export function orderProblems(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const rank = new Map(files.map((file, i) => [file, i]));
  const byFile = (a: Problem, b: Problem) => rank.get(a.file)! - rank.get(b.file)!;
  const sorted = problems.toSorted((a, b) => byFile(a, b) || a.line - b.line || a.column - b.column);
  const errors = sorted.filter(({ severity }) => severity === "error");
  const kept = errors.length > MAX_PROBLEMS ? errors : sorted;
  const next = kept[MAX_PROBLEMS];
  if (!next) return kept;
  const more = {
    ...next,
    message: `Too many problems to list: ${kept.length - MAX_PROBLEMS} more from here on`,
  };
  return [...kept.slice(0, MAX_PROBLEMS), more];
}
