import { describe, expect, it } from "vitest";
import { statusText } from "../../src/report/status-text.ts";
import { buildResults } from "../../src/results/build-results.ts";
import type { Results } from "../../src/results/results.ts";
import { trainTrials } from "../../src/training/train-trials.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

/** The results of descents that are made here and now. */
function descend(yaml: string): Results {
  const experiment = experimentOf(`kind: function\n${yaml}`);
  const plan = planTrials(experiment);
  const settings = { metrics: [], keep: "none", objective: experiment.objective } as const;
  const outcomes = plan.trials.map((trial) => [trial.id, trainTrials([trial], settings)[0]!.record] as const);
  return buildResults(plan, new Map(outcomes), { trainerVersion: 1 });
}

describe("the leaderboard of descents", () => {
  it("ranks those that did not arrive above those that diverged", () => {
    const results = descend(
      "function: bowl\nstart: [10, 1]\neta: [0.3, 0.001, 0.18, 0.01]\nsteps: 200\nobjective: {metric: stepsToTolerance}\n",
    );
    const rows = results.leaderboard.map((standing) => [
      standing.configuration.values[0],
      statusText(standing, results),
    ]);
    expect(rows).toEqual([
      [0.18, "best"],
      [0.001, "never reached the tolerance"],
      [0.01, "never reached the tolerance"],
      [0.3, "diverged at step 7"],
    ]);
  });
});
