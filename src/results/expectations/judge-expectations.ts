import { pointOf } from "../../spec/point-of.ts";
import type { Claim, DivergenceClaim } from "../../spec/expectation.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { listText } from "../list-text.ts";
import type { ExpectationResult, Results } from "../results.ts";
import { settingText } from "../setting-text.ts";
import { claimText } from "./claim-text.ts";
import { judgeBound } from "./judge-bound.ts";
import { judgeComparison } from "./judge-comparison.ts";
import { judgeTrend } from "./judge-trend.ts";
import type { Judgement, Subject } from "./judgement.ts";

/** Returns the outcome of the expectations of an experiment. They are not judged where a trial has no record. */
export function judgeExpectations(
  { expect = [], sweep }: Experiment,
  results: Pick<Results, "configurations" | "columns" | "complete" | "scaledTargets">,
): ExpectationResult[] {
  const { configurations, columns, complete } = results;
  const points = configurations.map((result) => ({ result, point: pointOf(result, sweep) }));
  const meant: Subject["meant"] = ({ matches }) => {
    return points.filter(({ point }) => matches(point)).map(({ result }) => result);
  };
  return expect.map((expectation) => {
    const stated = { expectation, expected: claimText(expectation, results) };
    if (!complete) return { ...stated, found: "not judged, as not every trial has a record" };
    const subject = { configurations: meant(expectation.where), columns, meant };
    // Its only configurations may have been dropped because they train the trials of others.
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

const MOST_SETTINGS = 3;

/** Returns whether as many replicates diverge as claimed; "some" and "every" are asked of all configurations together. */
function judgeDivergence({ diverged }: DivergenceClaim, subject: Subject): Judgement {
  const { configurations, columns } = subject;
  const trials = configurations.reduce((sum, configuration) => sum + configuration.trials.length, 0);
  const count = configurations.reduce((sum, { divergedEpochs }) => sum + divergedEpochs.length, 0);
  const holds = diverged === "none" ? count === 0 : diverged === "some" ? count > 0 : count === trials;
  const others = configurations.filter(({ divergedEpochs, trials }) => {
    return diverged === "none" ? divergedEpochs.length > 0 : divergedEpochs.length < trials.length;
  });
  const found = `${count} of ${trials} diverge`;
  if (holds || count === 0 || columns.length === 0) return { holds, found };
  const settings = others.map((configuration) => settingText(configuration, columns));
  return {
    holds,
    found: `${found}${diverged === "none" ? ":" : "; not"} ${listText(settings, MOST_SETTINGS)}`,
  };
}
