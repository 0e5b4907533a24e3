import type { Problem } from "../../problem.ts";

/** Longer lists would hide the first ones. */
const MAX_PROBLEMS = 100;

/** Returns problems in the order of their places. Of more than a hundred it keeps the first ones, errors before warnings. */
export function orderProblems(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const rank = new Map(files.map((file, i) => [file, i]));
  const byFile = (a: Problem, b: Problem) => rank.get(a.file)! - rank.get(b.file)!;
  const sorted = problems.toSorted((a, b) => byFile(a, b) || a.line - b.line || a.column - b.column);
  const errors = sorted.filter(({ severity }) => severity === "error");
  const kept = errors.length > MAX_PROBLEMS ? errors : sorted;
  const next = kept[MAX_PROBLEMS];
  if (!next) return kept;
  const { found: _, allowed: __, ...place } = next;
  const message = `Too many problems to list: ${kept.length - MAX_PROBLEMS} more from here on`;
  return [...kept.slice(0, MAX_PROBLEMS), { ...place, message }];
}
