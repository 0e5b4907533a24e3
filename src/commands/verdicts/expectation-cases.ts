import { expectationProblem } from "../../results/expectations/expectation-problem.ts";
import type { Results } from "../../results/results.ts";
import type { Case } from "./verdict.ts";

/** Returns a case for each expectation of an experiment. */
export function expectationCases({ expectations }: Pick<Results, "expectations">): Case[] {
  return expectations.map((result) => {
    const { expectation, expected, holds, found } = result;
    const { because } = expectation;
    const name = because === undefined ? expected : `${because}: ${expected}`;
    if (holds === undefined) return { name, status: "skipped", found };
    if (holds) return { name, status: "passed", found };
    return { name, status: "failed", found, problem: expectationProblem(result) };
  });
}
