import type { Problem } from "../problem.ts";
import type { SpecNode } from "../spec-node.ts";

/** Returns whether a value stands in an argument of `--set`, and not in a file. */
export function isArgument({ place }: SpecNode): boolean {
  return place.source.file === "--set";
}

/** Returns the notice that a statement of a file is not looked at, because `--set` left nothing that it applies to. */
export function passedOver({ file, line, column, length, message, sourceLine }: Problem): Problem {
  const notice = `Passed over because of --set: ${message}`;
  return {
    severity: "warning",
    code: "passed-over",
    file,
    line,
    column,
    length,
    message: notice,
    sourceLine,
  };
}
