import { describe, expect, it } from "vitest";
import { readExperiment } from "../../src/spec/read-experiment.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

const REST = "eta: 0.1\nsteps: 10\n";
const BOWL = `kind: function\nfunction: bowl\nstart: [1, 1]\n${REST}`;

function problemsOf(text: string): string[] {
  const { problems } = readExperiment(text, "a.yaml", { limit: 1000 });
  return problems.map(
    ({ line, message, hint }) => `${line}: ${message}${hint === undefined ? "" : ` | ${hint}`}`,
  );
}

function configurationsOf(text: string): readonly object[] {
  return planTrials(experimentOf(text)).configurations.map(({ configuration }) => configuration);
}

describe("kind: function", () => {
  it("fills in what is left out", () => {
    expect(configurationsOf(BOWL)).toEqual([
      {
        kind: "function",
        function: { name: "bowl", curvatures: [1, 10] },
        start: [1, 1],
        eta: 0.1,
        optimizer: { name: "sgd", l2: 0, l1: 0, clipNorm: 0, maxNorm: 0 },
        schedule: { name: "constant" },
        steps: 10,
        tolerance: 0.000001,
      },
    ]);
    expect(experimentOf(BOWL).objective).toEqual({ metric: "value", goal: "minimize", at: "last" });
  });

  it("sweeps functions, their options, starts, steps and all the rest", () => {
    const text =
      "kind: function\nfunction: {name: bowl, curvatures: [[1, 1], [1, 10]]}\nstart: [[1, 1], [2, 0]]\neta: [0.1, 0.2]\nsteps: [5, 10]\n";
    expect(configurationsOf(text)).toHaveLength(16);
    const named = "kind: function\nfunction: [rosenbrock, {expression: v1^2 + v2^4}]\nstart: [1, 1]\n" + REST;
    expect(configurationsOf(named)).toMatchObject([
      { function: { name: "rosenbrock" } },
      { function: { name: "expression", expression: "v1^2 + v2^4" } },
    ]);
  });

  it("takes rules", () => {
    const rules = [
      "sweep:",
      "  variants:",
      "    far: {start: [9, 9], eta: [0.01, 0.1]}",
      "    near: {function: {name: bowl, curvatures: [2, 2]}, tolerance: 0.1}",
      "  exclude: [{start: [9, 9], eta: {gte: 0.1}}]",
    ];
    expect(configurationsOf(BOWL + rules.join("\n"))).toMatchObject([
      { start: [9, 9], eta: 0.01 },
      { function: { curvatures: [2, 2] }, tolerance: 0.1 },
    ]);
  });

  it("has one id however it is spelt", () => {
    const idOf = (text: string): string => planTrials(experimentOf(text)).trials[0]!.id;
    expect(idOf(BOWL.replace("bowl", "{name: bowl, curvatures: [1, 10]}"))).toBe(idOf(BOWL));
    expect(idOf(`${BOWL}tolerance: 0.000001\noptimizer: sgd\n`)).toBe(idOf(BOWL));
    expect(idOf(BOWL.replace("bowl", "{name: bowl, curvatures: [1, 9]}"))).not.toBe(idOf(BOWL));
    expect(idOf(`${BOWL}tolerance: 0.1\n`)).not.toBe(idOf(BOWL));
  });

  it.each([
    ["dataset: xor\n", "6: Cannot use dataset as a descent on a function must have that field"],
    [
      "epochs: 3\n",
      "6: Cannot use epochs as a descent on a function must have that field: only networks do | Write steps",
    ],
    ["architecture: {hidden: [3]}\n", "6: Cannot use architecture"],
    ["target: {metric: testLoss, value: 1}\n", "| Write tolerance: 0.001"],
    ["replicates: 3\n", "A descent has no random numbers"],
    ["metrics: [trainLoss]\n", "6: Cannot use metrics"],
    ["run: {keep: best}\n", "6: Cannot keep weights"],
    ["optimizer: {name: sgd, l2: 1}\n", "6: Cannot use optimizer.l2 as there must be weights"],
    ["schedule: {name: plateau, metric: testLoss}\n", "6: Cannot watch"],
    [
      "objective: {metric: testLoss}\n",
      "6: Cannot use testLoss as a descent on a function must have that metric",
    ],
    ["sweep: {variants: {a: {batchSize: 3}, b: {}}}\n", "6: Cannot use batchSize as a descent"],
    ["expect: [{metric: validationAccuracy, atLeast: 0.5}]\n", "6: Cannot use validationAccuracy"],
  ])("refuses %s", (more, message) => {
    expect(problemsOf(BOWL + more).join("\n")).toContain(message);
  });

  it.each([
    [
      "function: {expression: v1^2 + sinn(v2)}\nstart: [1, 1]",
      '2: Cannot read the expression as every word must be known: "sinn" | Write sin',
    ],
    ["function: {expression: v1^2 +}\nstart: [1]", "2: Cannot read the expression as it must be well formed"],
    [
      "function: {expression: 2 + 3}\nstart: [1]",
      "2: Cannot minimise the expression as it must name a variable",
    ],
    [
      "function: rosenbrock\nstart: [1]",
      "3: Cannot start there as rosenbrock must have a number for each of its 2 variables: 1 found | Write for example start: [1,1]",
    ],
    ["function: {name: bowl, curvatures: [1, 2, 3]}\nstart: [1, 1]", "each of its 3 variables"],
    ["function: rosenbrok\nstart: [1, 1]", "rosenbrock"],
    ["start: [1, 1]", "Missing key function"],
    ["function: bowl", "Missing key start"],
  ])("refuses %s at its line", (fields, message) => {
    expect(problemsOf(`kind: function\n${fields}\n${REST}`).join("\n")).toContain(message);
  });

  it("is asked for where a network is given what belongs to it", () => {
    const network = "dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\nsteps: 3\n";
    expect(problemsOf(network).join("\n")).toContain("5: Cannot use steps as a network must have that field");
    const metric = network.replace("steps: 3", "objective: {metric: stepsToTolerance}");
    expect(problemsOf(metric).join("\n")).toContain("Only a descent has it");
  });
});
