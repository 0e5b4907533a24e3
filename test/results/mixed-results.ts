import type { Results } from "../../src/results/results.ts";
import { experimentOf, resultsOf, type Course } from "./fixture.ts";

/** The courses of the trials with two replicates each, by eta and hidden: good, tied, diverged, half failed. */
const COURSES: readonly (readonly [Course, Course])[] = [
  [{ accuracies: [0.7, 0.8] }, { accuracies: [0.75, 0.9] }],
  [{ accuracies: [0.6, 0.85] }, { accuracies: [0.95, 0.9], units: { saturated: [2] } }],
  [{ divergedEpoch: 2 }, { divergedEpoch: 1 }],
  [{ accuracies: [0.55, 0.6] }, { status: "failed" }],
];

/** Results with one of everything: ties, divergence, a failure, two axes, and text that tries to be markup. */
export function mixedResults(): Results {
  const experiment = experimentOf({
    name: "mixed",
    file: "/home/someone/project/experiments/mixed.yaml",
    description:
      "=1+1 <script>alert(1)</script> | a `code` *star*\n\n# no heading [x](http://example.com) & $x$",
    axes: [
      { path: "eta", values: [0.3, 3] },
      { path: "architecture.hidden", values: [[], [8, 8]] },
    ],
    replicates: { count: 2, baseSeed: 1 },
  });
  return resultsOf(
    experiment,
    ({ configurationIndex, replicate }) => COURSES[configurationIndex]![replicate]!,
  );
}
