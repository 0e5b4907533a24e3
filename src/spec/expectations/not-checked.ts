import type { Problem } from "../problem.ts";
import type { SpecNode } from "../spec-node.ts";

/** Returns whether a value is in an argument of `--set`, and not in a file. */
export function isArgument({ place }: SpecNode): boolean {
  return place.source.file === "--set";
}

/** Returns the warning that a part of a file is not checked, because `--set` left nothing that it applies to. */
export function notChecked(problem: Problem): Problem {
  const { hint: _, ...withoutHint } = problem;
  const message = `Not checked because of --set: ${problem.message}`;
  return { ...withoutHint, severity: "warning", code: "passed-over", message };
}
