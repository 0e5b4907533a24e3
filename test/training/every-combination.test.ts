import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import type { LayerParameters } from "../../src/kernels/network.ts";
import { drawParameters } from "../../src/kernels/draw-parameters.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { EXPERIMENT_SCHEMA } from "../../src/fields/experiment-schema.ts";
import { metricNamed, requestFor } from "../../src/metrics/metrics.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { initialDeviations } from "../../src/training/initial-parameters.ts";
import { networkOf } from "../../src/training/network-of.ts";
import { trialStreamKey } from "../../src/math/stream-key.ts";
import { distance } from "../kernels/distance.ts";
import { allRows, kernels, openSession, outputs } from "../kernels/fixtures.ts";
import { fromOracle, oracleGradient, rowsWithoutKinks, toOracle } from "../kernels/oracle.ts";
import { FUZZ_RUNS } from "../support/fuzz-runs.ts";
import { experimentOf, trainAll } from "../support/train.ts";
import { NO_FILES } from "../support/no-files.ts";

/** Every word that the schema allows for a field; a word added there is tried from then on. */
function words(name: string): fc.Arbitrary<string> {
  const { anyOf = [], enum: own = [] } = EXPERIMENT_SCHEMA.$defs![name]!;
  return fc.constantFrom(...own, ...anyOf.flatMap((branch) => branch.enum ?? []));
}

const COMBINATIONS = fc.record({
  dataset: fc.constantFrom(
    "{name: moons, samples: 30}",
    "{name: digits, train: 20, validation: 8, test: 8}",
    "{name: line, samples: 20, features: 2}",
    "{name: point, y: 0.3}",
  ),
  hidden: fc.constantFrom("[]", "[3]", "[4, 3]"),
  activation: words("activation"),
  output: words("output"),
  init: fc.oneof(words("init"), fc.constant("0.5")),
  dropout: fc.constantFrom(0, 0.4),
  loss: words("loss"),
  classWeights: words("classWeights"),
  labelSmoothing: fc.constantFrom(0, 0.1),
  optimizer: words("optimizerName"),
  schedule: words("scheduleName"),
  batchSize: fc.constantFrom("1", "7", "full"),
  patience: fc.constantFrom(0, 1),
  restoreBest: fc.boolean(),
  metric: words("watchedMetric"),
  target: fc.constantFrom("none", "0.7"),
});

type Combination = typeof COMBINATIONS extends fc.Arbitrary<infer T> ? T : never;

/** A spec with one field a line, so that a line tells the field. */
function specOf(c: Combination): string {
  return `dataset: ${c.dataset}
architecture:
  hidden: ${c.hidden}
  activation: ${c.activation}
  output: ${c.output}
  init: ${c.init}
  dropout: ${c.dropout}
loss: ${c.loss}
classWeights: ${c.classWeights}
labelSmoothing: ${c.labelSmoothing}
eta: 0.001
optimizer: ${c.optimizer}
schedule: ${c.schedule}
batchSize: ${c.batchSize}
epochs: 3
earlyStopping:
  metric: ${c.metric}
  patience: ${c.patience}
  restoreBest: ${c.restoreBest}
target:
  metric: ${c.metric}
  value: ${c.target}
run: {keep: last}
metrics: ${JSON.stringify(requested(c))}
`;
}

const CLASS_METRIC = /Accuracy|Precision|Recall|F1|RocAuc|LogLoss|Brier/;
const NUMBER_METRIC = /Mae|Rmse|R2/;

/** Returns what must be listed to watch a metric: scores are measured on request. */
function requested({ metric }: Combination): string[] {
  const watched = metricNamed(metric);
  return watched.isDefault ? [] : [requestFor(watched)];
}

/** Returns the lines of what makes no sense. */
function senseless(c: Combination): number[] {
  const hasNumbers = c.dataset.includes("line") || c.dataset.includes("point");
  const lacksPart = !c.dataset.includes("digits") && c.metric.startsWith("validation");
  const isOfOtherKind = (hasNumbers ? CLASS_METRIC : NUMBER_METRIC).test(c.metric);
  const lacksMetric = lacksPart || isOfOtherKind;
  return [
    ...(hasNumbers && !reaches(c) ? [5] : []),
    ...(c.hidden === "[]" && c.dropout > 0 ? [7] : []),
    ...(outputs.some(([output, loss]) => output === c.output && loss === c.loss) ? [] : [8]),
    ...(hasNumbers && ["hinge", "crossEntropy"].includes(c.loss) ? [8] : []),
    ...(hasNumbers && c.classWeights !== "none" ? [9] : []),
    ...(hasNumbers && c.labelSmoothing > 0 ? [10] : []),
    ...(c.labelSmoothing > 0 && !c.loss.toLowerCase().endsWith("crossentropy") ? [10] : []),
    ...(c.dataset.includes("point") && c.batchSize === "7" ? [14] : []),
    ...(lacksMetric && c.patience > 0 ? [17] : []),
    ...(lacksMetric && c.target !== "none" ? [21] : []),
    ...(isOfOtherKind && requested(c).length > 0 ? [24] : []),
  ].toSorted((a, b) => a - b);
}

/** Tells whether the outputs can be the numbers of a data set: those of a line lie anywhere, that of a point at 0.3. */
function reaches({ dataset, output }: Combination): boolean {
  return output === "identity" || (output === "sigmoid" && dataset.includes("point"));
}

/** Compares the gradient near the start, of the examples without kinks, with the oracle's. */
async function checkGradient(yaml: string): Promise<void> {
  const base = asNetwork(experimentOf(yaml).base);
  const dataset = await loadDataset(base.dataset, NO_FILES);
  const network = networkOf(base, dataset);
  const { init } = base.architecture;
  const drawn = typeof init === "number" ? "scaled" : init; // of weights that are all alike the gradient may cancel out
  const deviations = initialDeviations(network.layers, drawn);
  const parameters = drawParameters(network, deviations, trialStreamKey(0, 0, "init"));
  const problem = { dataset, network, parameters: parameters.map(shrunk) };
  const rows = rowsWithoutKinks(problem, allRows(problem).subarray(0, 20));
  const expected = fromOracle(oracleGradient(problem, toOracle(problem), rows));
  for (const kernel of kernels)
    expect(distance(openSession(kernel, problem).gradient(rows), expected)).toBeLessThan(1e-5);
}

/** Weights of variance 1 would drive the oracle, which has no shortcut for the cross-entropies, to 0 / 0. */
function shrunk({ weights, biases }: LayerParameters): LayerParameters {
  return { weights: weights.map((w) => 0.1 * w), biases };
}

const runs = { ...FUZZ_RUNS, numRuns: process.env["GRIDIENT_FUZZ"] ? FUZZ_RUNS.numRuns! : 250 };

describe("every combination that the schema allows", () => {
  test("is refused at the lines that make no sense, or trains, alike in both kernels, and has the right gradient", async () => {
    let trained = 0;
    const property = fc.asyncProperty(COMBINATIONS, async (combination) => {
      const yaml = specOf(combination);
      const { problems } = readExperiment(yaml, "a.yaml", { limit: 10 });
      const errors = problems.filter(({ severity }) => severity === "error");
      expect(errors.map(({ line }) => line)).toEqual(senseless(combination));
      if (errors.length > 0) return;
      const [ours, theirs] = await Promise.all(kernels.map((kernel) => trainAll(yaml, kernel)));
      expect(ours).toEqual(theirs);
      expect(ours![0]!.record.status).toMatch(/^(completed|stopped)$/);
      await checkGradient(yaml);
      trained++;
    });
    await fc.assert(property, runs);
    expect(trained).toBeGreaterThan(runs.numRuns / 20);
  });
});
