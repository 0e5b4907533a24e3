import type { Claim, Expectation } from "../../spec/expectation.ts";
import { pointOf } from "../../spec/configuration/point-of.ts";
import type { ExpectationResult, Results } from "../results.ts";
import { claimText } from "./claim-text.ts";
import type { Judgement, Subject } from "./judgement.ts";
import { judgeBound } from "./judge-bound.ts";
import { judgeComparison } from "./judge-comparison.ts";
import { judgeDivergence } from "./judge-divergence.ts";
import { judgeTrend } from "./judge-trend.ts";

/** Returns what became of expectations. Results that lack a record are no ground to judge on. */
export function judgeExpectations(
  expectations: readonly Expectation[],
  results: Pick<Results, "configurations" | "columns" | "complete" | "scaledTargets">,
): ExpectationResult[] {
  const { configurations, columns, complete } = results;
  const points = configurations.map((result) => ({ result, point: pointOf(result) }));
  const meant: Subject["meant"] = ({ matches }) => {
    return points.filter(({ point }) => matches(point)).map(({ result }) => result);
  };
  return expectations.map((expectation) => {
    const stated = { expectation, expected: claimText(expectation, results) };
    if (!complete) return { ...stated, found: "not judged, as not every trial has a record" };
    const subject = { configurations: meant(expectation.where), columns, meant };
    // Its only configurations may have been dropped, as they train the trials of others.
    if (subject.configurations.length === 0)
      return { ...stated, holds: false, found: "no such configuration" };
    return { ...stated, ...judge(expectation.claim, subject) };
  });
}

function judge(claim: Claim, subject: Subject): Judgement {
  switch (claim.kind) {
    case "bound":
      return judgeBound(claim, subject);
    case "divergence":
      return judgeDivergence(claim, subject);
    case "comparison":
      return judgeComparison(claim, subject);
    case "trend":
      return judgeTrend(claim, subject);
    default:
      return claim satisfies never;
  }
}
