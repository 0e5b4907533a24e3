import type { Results } from "../../src/results/results.ts";
import { experimentOf, resultsOf } from "../results/fixture.ts";

/** Results of a grid of 4 x 3 settings with two replicates, one of them diverged. */
export function gridResults(name = "grid"): Results {
  const experiment = experimentOf({
    name,
    description: "A grid to look at",
    text: "eta: [0.03, 0.3, 3, 30] # four of them\narchitecture:\n  activation: [sigmoid, tanh, relu]\n",
    axes: [
      { path: "eta", values: [0.03, 0.3, 3, 30] },
      { path: "architecture.activation", values: ["sigmoid", "tanh", "relu"] },
    ],
    replicates: { count: 2, baseSeed: 1 },
  });
  return resultsOf(experiment, ({ configurationIndex, replicate }) => {
    if (configurationIndex === 11) return { divergedEpoch: 2 };
    const best = 0.55 + 0.03 * configurationIndex + 0.01 * replicate;
    return { accuracies: [0.5, 0.9 * best, best] };
  });
}
