import { describe, expect, it } from "vitest";
import { planTrials } from "../../src/trials/plan.ts";
import { TYPICAL_RATES, workSeconds } from "../../src/trials/rates.ts";
import type { Work } from "../../src/trials/kinds/trial-kind.ts";
import { trialWork } from "../../src/trials/work.ts";
import { experimentOf } from "../support/train.ts";

const TOY = "dataset: {name: moons, samples: 100}\narchitecture: {hidden: [3]}\neta: 1\nbatchSize: 30\n";
const DIGITS = "dataset: digits\narchitecture: {hidden: [30]}\neta: 1\n";

function workOf(text: string, metrics: readonly string[] = []): Work {
  const { configuration, facts } = planTrials(experimentOf(text)).configurations[0]!;
  return trialWork(configuration, facts, metrics);
}

describe("trialWork()", () => {
  it("counts what a small network does in two epochs, evaluated before and after each", () => {
    const [trained, evaluated] = [2 * 100, 3 * 100];
    expect(workOf(`${TOY}epochs: 2`)).toEqual({
      sparse: 0,
      dense: (2 * trained + evaluated) * 2 * 3 + (3 * trained + evaluated) * 3 * 2,
      activations: (2 * trained + evaluated) * (3 + 2),
      examples: trained + evaluated,
      batches: 2 * 4, // 30, 30, 30 and 10
      fetches: 2 * 4 * 3 * 2,
      parameters: 2 * 3 + 3 + 3 * 2 + 2,
      epochs: 2,
    });
  });

  it("counts the first layer of images as sparse", () => {
    const { sparse, dense } = workOf(`${DIGITS}epochs: 1`);
    expect(sparse).toBe((2 * 12_000 + 2 * 4000) * 784 * 30);
    expect(dense).toBe((3 * 12_000 + 2 * 4000) * 30 * 10);
  });

  it("grows by what each epoch adds", () => {
    const [one, two, three] = [1, 2, 3].map((epochs) => workOf(`${DIGITS}epochs: ${epochs}`));
    for (const unit of Object.keys(one!) as (keyof Work)[]) {
      expect(three![unit] - two![unit]).toBe(two![unit] - one![unit]);
    }
  });

  it("evaluates the training part once, however many metrics ask for it", () => {
    const without = workOf(`${DIGITS}epochs: 1`);
    const loss = workOf(`${DIGITS}epochs: 1`, ["trainLoss"]);
    expect(loss.examples - without.examples).toBe(2 * 12_000);
    expect(workOf(`${DIGITS}epochs: 1`, ["trainLoss", "trainAccuracy"])).toEqual(loss);
  });

  it("counts the gradients of the whole training part, and of at most 200 batches", () => {
    const examples = (more: string, metrics: readonly string[]): number => {
      return (
        workOf(`${TOY}epochs: 1\n${more}`, metrics).examples - workOf(`${TOY}epochs: 1\n${more}`).examples
      );
    };
    expect(examples("", ["layerGradients"])).toBe(2 * 100);
    expect(examples("", ["layerGradients", "gradientNoise"])).toBe(2 * 200);
    const single = workOf(`${DIGITS}epochs: 1\nbatchSize: 1`, ["gradientNoise"]).examples;
    expect(single - workOf(`${DIGITS}epochs: 1`).examples).toBe(2 * 12_200);
  });
});

describe("workSeconds()", () => {
  it("is the sum of every unit of work at its rate", () => {
    const nothing = Object.fromEntries(Object.keys(TYPICAL_RATES.work).map((unit) => [unit, 0]));
    const work = { ...nothing, batches: 10, epochs: 3 } as unknown as Work;
    const { batches, epochs } = TYPICAL_RATES.work;
    expect(workSeconds(work, TYPICAL_RATES)).toBeCloseTo(10 * batches + 3 * epochs, 12);
  });
});
