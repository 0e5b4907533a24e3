import type { Problem } from "../../spec/problem.ts";
import { errorAt } from "../../spec/source-text.ts";
import type { ExpectationResult } from "../results.ts";

/** Returns that an expectation does not hold, at its line: what must be so, and what was found. */
export function expectationProblem({ expectation, expected, found }: ExpectationResult): Problem {
  const { because, place } = expectation;
  const what = because === undefined ? "the expectation" : JSON.stringify(because);
  return errorAt(place, { message: `Cannot confirm ${what} as ${expected}: ${found}` });
}
