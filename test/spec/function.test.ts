import { describe, expect, it } from "vitest";
import { readExperiment } from "../support/read-experiment.ts";
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
    ["dataset: xor\n", "6: A descent on a function has no field dataset"],
    ["epochs: 3\n", "6: A descent on a function has no field epochs: only networks have it | Write steps"],
    ["architecture: {hidden: [3]}\n", "6: A descent on a function has no field architecture"],
    ["target: {metric: testLoss, value: 1}\n", "| Write tolerance: 0.001"],
    ["replicates: 3\n", "A descent has no random numbers"],
    ["metrics: [trainLoss]\n", "6: A descent on a function has no field metrics"],
    ["run: {keep: best}\n", "6: run.keep needs weights (got a descent on a function)"],
    ["optimizer: {name: sgd, l2: 1}\n", "6: optimizer.l2 needs weights (got a descent on a function)"],
    [
      "schedule: {name: plateau, metric: testLoss}\n",
      "6: schedule.metric must be auto for a descent on a function",
    ],
    ["objective: {metric: testLoss}\n", "6: A descent on a function does not have the metric testLoss"],
    ["sweep: {variants: {a: {batchSize: 3}, b: {}}}\n", "6: A descent on a function has no field batchSize"],
    [
      "expect: [{metric: validationAccuracy, atLeast: 0.5}]\n",
      "6: A descent on a function does not have the metric validationAccuracy",
    ],
  ])("refuses %s", (more, message) => {
    expect(problemsOf(BOWL + more).join("\n")).toContain(message);
  });

  it.each([
    [
      "function: {expression: v1^2 + sinn(v2)}\nstart: [1, 1]",
      '2: Unknown word "sinn" in the expression | Write sin',
    ],
    ["function: {expression: v1^2 +}\nstart: [1]", "2: The expression has an error"],
    ["function: {expression: 2 + 3}\nstart: [1]", "2: The expression must name a variable"],
    [
      "function: rosenbrock\nstart: [1]",
      "3: start must have 2 numbers, one for each variable of rosenbrock (got 1) | Write for example start: [1,1]",
    ],
    [
      "function: {name: bowl, curvatures: [1, 2, 3]}\nstart: [1, 1]",
      "start must have 3 numbers, one for each variable of bowl (got 2)",
    ],
    ["function: rosenbrok\nstart: [1, 1]", "rosenbrock"],
    ["start: [1, 1]", "Missing key function"],
    ["function: bowl", "Missing key start"],
  ])("refuses %s at its line", (fields, message) => {
    expect(problemsOf(`kind: function\n${fields}\n${REST}`).join("\n")).toContain(message);
  });

  it("is asked for where a network is given what belongs to it", () => {
    const network = "dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\nsteps: 3\n";
    expect(problemsOf(network).join("\n")).toContain("5: A network has no field steps");
    const metric = network.replace("steps: 3", "objective: {metric: stepsToTolerance}");
    expect(problemsOf(metric).join("\n")).toContain("Only a descent has it");
  });
});
