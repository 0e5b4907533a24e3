import { asNetwork } from "../../src/configuration/kind-of.ts";
import { describe, expect, it } from "vitest";
import { readExperiment } from "../support/read-experiment.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { specText } from "./valid-spec.ts";

function read(optimizer: string, more = "") {
  const text = `${specText({ optimizer })}\n${more}`;
  return readExperiment(text, "experiments/a.yaml", { limit: 100 });
}

function optimizersOf(optimizer: string, more = "") {
  const { experiment, problems } = read(optimizer, more);
  expect(problems).toEqual([]);
  return planTrials(experiment!).configurations.map(
    ({ configuration }) => asNetwork(configuration).optimizer,
  );
}

describe("optimizer", () => {
  it("may be a name, a name with options, or a list of either", () => {
    const [plain, adam] = optimizersOf("[sgd, {name: adam, beta1: 0.5}]");
    expect(plain).toEqual({ name: "sgd", l2: 0, l1: 0, clipNorm: 0, maxNorm: 0 });
    expect(adam).toMatchObject({ name: "adam", beta1: 0.5, beta2: 0.999, epsilon: 1e-8 });
  });

  it("has options that are axes, ranges too", () => {
    const range = "{logspace: {from: 0.01, to: 1, count: 3}}";
    expect(optimizersOf(`{name: sgd, l2: ${range}}`).map(({ l2 }) => l2)).toEqual([0.01, 0.1, 1]);
  });

  it("may be given, and its options varied, by rules", () => {
    const rules = [
      "sweep:",
      "  variants:",
      "    plain: {}",
      "    heavy: {optimizer: momentum, optimizer.momentum: [0.5, 0.9]}",
      "    swift: {optimizer: {name: adam, l2: 1}}",
      "  when: [{if: {optimizer: adam}, set: {eta: 0.01, optimizer.l2: 2}}]",
      "  exclude: [{optimizer.momentum: 0.5}]",
    ];
    const found = optimizersOf("sgd", rules.join("\n")).map(({ name, momentum, l2 }) => [name, momentum, l2]);
    expect(found).toEqual([
      ["sgd", undefined, 0],
      ["momentum", 0.9, 0],
      ["adam", undefined, 2],
    ]);
  });

  it.each([
    ["{name: adam, momentum: 0.9}", '"momentum"', "beta1"],
    ["{name: sgd, beta1: 0.9}", '"beta1"', "l1"],
    ["{name: adamw, l2: 1}", '"l2"', "weightDecay"],
    ["{name: momentum, momentum: 1}", "of at least 0 and below 1", undefined],
    ["adm", "one of sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw", "adam"],
    ["{name: adagrad, epsilon: 0}", "at least 1e-30", undefined],
  ])("is refused at its line when it makes no sense: %s", (optimizer, says, hint) => {
    const { experiment, problems } = read(optimizer);
    expect(experiment).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain(says);
    if (hint !== undefined) expect(problems[0]!.hint).toContain(hint);
  });

  it("is told from an option set by a rule that another optimizer has", () => {
    const { problems } = read("sgd", "sweep: {when: [{if: {eta: 0.3}, set: {optimizer.beta1: 0.5}}]}");
    expect(problems[0]!.message).toBe("Unknown option optimizer.beta1 of sgd");
  });
});
