import { describe, expect, it } from "vitest";
import { distance } from "./distance.ts";
import {
  activations,
  allRows,
  kernels,
  makeProblem,
  numberOutputs,
  openSession,
  outputs,
  type Problem,
} from "./fixtures.ts";
import {
  fromOracle,
  oracleGradient,
  oracleLoss,
  oracleStep,
  rowsWithoutKinks,
  toOracle,
  type OracleLayer,
} from "./oracle.ts";

const plain = activations.flatMap((activation) =>
  outputs.map(([output, loss]) => ({ activation, output, loss, options: {} })),
);
const classWeights = [0.5, 3, 1.25];
const weighted = outputs.map(([output, loss]) => {
  const labelSmoothing = loss === "crossEntropy" || loss === "binaryCrossEntropy" ? 0.2 : 0;
  return { activation: "tanh" as const, output, loss, options: { classWeights, labelSmoothing } };
});

const numbers = numberOutputs.map(([output, loss]) => {
  return { activation: "tanh" as const, output, loss, options: { target: "numbers" as const } };
});

describe.each([...plain, ...weighted, ...numbers])(
  "$activation units, $output outputs, $loss loss, $options",
  (settings) => {
    const { options, ...functions } = settings;
    const shape = {
      features: 6,
      hidden: [5, 4],
      classes: 3,
      examples: 23,
      inputs: "floats",
      density: 0.7,
    } as const;
    const problem = makeProblem({ ...shape, ...functions, ...options, scale: 1, seed: 5 });
    const rows = rowsWithoutKinks(problem, allRows(problem));

    it("oracleGradient() agrees with central differences to 1e-6", () => {
      const parameters = toOracle(problem);
      const analytic = fromOracle(oracleGradient(problem, parameters, rows));
      const numeric = fromOracle(centralDifferences(problem, parameters, rows));
      expect(rows.length).toBeGreaterThan(10);
      expect(distance(numeric, analytic)).toBeLessThan(1e-6);
    });

    it.each(kernels)("$name: gradient() agrees with the oracle to 1e-5", (kernel) => {
      const expected = fromOracle(oracleGradient(problem, toOracle(problem), rows));
      expect(distance(openSession(kernel, problem).gradient(rows), expected)).toBeLessThan(1e-5);
    });

    it.each(kernels)("$name: train() agrees with the oracle to 1e-5 after a few steps", (kernel) => {
      const session = openSession(kernel, problem);
      const losses = new Float64Array(1);
      let parameters = toOracle(problem);
      for (const start of [0, 4, 8]) {
        const batch = rows.subarray(start, start + 4);
        session.train(batch, 4, Float32Array.of(0.05), losses);
        expect(Math.abs(losses[0]! / oracleLoss(problem, parameters, batch) - 1)).toBeLessThan(1e-5);
        parameters = oracleStep(parameters, oracleGradient(problem, parameters, batch), Math.fround(0.05));
      }
      expect(distance(session.parameters(), fromOracle(parameters))).toBeLessThan(1e-5);
    });
  },
);

/** (C(w + h) - C(w - h)) / 2h for every parameter in turn. */
function centralDifferences(problem: Problem, parameters: OracleLayer[], rows: Uint32Array): OracleLayer[] {
  const h = 1e-5;
  const derivative = (values: number[], i: number): number => {
    const value = values[i]!;
    values[i] = value + h;
    const above = oracleLoss(problem, parameters, rows);
    values[i] = value - h;
    const below = oracleLoss(problem, parameters, rows);
    values[i] = value;
    return (above - below) / (2 * h);
  };
  return parameters.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map((_, i) => derivative(row, i))),
    biases: biases.map((_, j) => derivative(biases, j)),
  }));
}
