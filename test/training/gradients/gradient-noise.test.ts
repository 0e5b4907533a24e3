import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Session } from "../../../src/kernels/kernel.ts";
import { gradientNoise } from "../../../src/training/gradients/gradient-noise.ts";
import { gradientVector } from "../../../src/training/gradients/gradient-vector.ts";
import { trainAll } from "../../support/train.ts";

/** Stands in for a network: example i has the gradient `gradients[i]`. */
function sessionOf(gradients: readonly (readonly number[])[]): Session {
  const sum = (rows: Uint32Array): number[] => {
    return gradients[0]!.map((_, k) => [...rows].reduce((total, row) => total + gradients[row]![k]!, 0));
  };
  const gradient: Session["gradient"] = (rows) => [
    { weights: Float32Array.from(sum(rows)), biases: new Float32Array(0) },
  ];
  return { gradient } as Session;
}

function noiseOf(gradients: readonly (readonly number[])[], batches: readonly (readonly number[])[]) {
  const session = sessionOf(gradients);
  const examples = gradients.length;
  const full = gradientVector(session.gradient(Uint32Array.from(gradients.keys())), examples);
  return gradientNoise(session, { full, examples, batches: batches.map((rows) => Uint32Array.from(rows)) });
}

/** Returns every batch of `size` of the examples 0..examples-1. */
function allBatches(examples: number, size: number): number[][] {
  if (size === 0) return [[]];
  if (examples < size) return [];
  const last = examples - 1;
  return [...allBatches(last, size), ...allBatches(last, size - 1).map((batch) => [...batch, last])];
}

const component = fc.integer({ min: -20, max: 20 });
const someGradients = fc.array(fc.tuple(component, component, component), { minLength: 3, maxLength: 7 });

describe("gradientNoise()", () => {
  it("obeys the 1/m law exactly when every batch of a size is looked at", () => {
    fc.assert(
      fc.property(someGradients, (gradients) => {
        const n = gradients.length;
        const single = noiseOf(gradients, allBatches(n, 1));
        fc.pre(single["gradientNorm"]! > 0);
        for (let m = 2; m < n; m++) {
          const noise = noiseOf(gradients, allBatches(n, m));
          const expected = (single["gradientVariance"]! / m) * ((n - m) / (n - 1));
          expect(noise["gradientVariance"]).toBeCloseTo(expected, 3);
          expect(noise["gradientNoiseScale"]! / (single["gradientNoiseScale"]! || 1)).toBeCloseTo(
            single["gradientNoiseScale"] === 0 ? 0 : 1,
            4,
          );
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it("has the variance of single examples by |g|^2 as its scale, and that of the sample divided by n - 1", () => {
    const gradients = [
      [3, 0],
      [1, 2],
      [2, 4],
      [6, 2],
    ]; // mean (3, 2), distances 4, 4, 5, 9
    const ofOne = 22 / 4;
    const single = noiseOf(gradients, allBatches(4, 1));
    expect(single["gradientVariance"]).toBeCloseTo(ofOne, 12);
    expect(single["gradientNoiseScale"]).toBeCloseTo(ofOne / 13, 12);
    const pairs = noiseOf(gradients, allBatches(4, 2));
    expect(pairs["gradientVariance"]).toBeCloseTo((ofOne / 2) * (2 / 3), 12);
    expect(pairs["gradientNoiseScale"]).toBeCloseTo(ofOne / 13, 12);
  });

  it("measures angles in degrees, 90 where a gradient is 0", () => {
    const angleOf = (...gradients: [number, number][]): number => {
      return noiseOf(
        gradients,
        [...gradients.keys()].map((row) => [row]),
      )["gradientAngle"]!;
    };
    expect(angleOf([1, 0], [0, 1])).toBeCloseTo(45, 12);
    expect(angleOf([3, 4], [6, 8])).toBeCloseTo(0, 6);
    expect(angleOf([0, 0], [2, 0])).toBeCloseTo(45, 12); // 90 and 0
    expect(angleOf([1, 0], [-1, 0])).toBe(90);
  });

  it("leaves almost nothing of a batch that is all examples, and no noise scale", () => {
    const noise = noiseOf(
      [
        [1, 2],
        [3, 5],
      ],
      [[0, 1]],
    );
    expect(noise["gradientVariance"]).toBe(0);
    expect(noise["gradientAngle"]).toBeCloseTo(0, 5);
    expect(noise["gradientNoiseScale"]).toBeNaN();
  });
});

describe("metrics: [gradientNoise, layerGradients]", () => {
  const SPEC = "dataset: {name: moons, samples: 60}\narchitecture: {hidden: [5, 4]}\neta: 0.5\nepochs: 3\n";
  const METRICS = "metrics: [gradientNoise, layerGradients]\n";

  it("measures every epoch, changes nothing else, and splits the full gradient by layers", async () => {
    const [plain] = await trainAll(SPEC);
    const [measured] = await trainAll(`${SPEC}${METRICS}`);
    expect(measured!.record).toMatchObject({ id: plain!.record.id, metrics: plain!.record.metrics });
    const { gradientNorm, layerGradient1, layerGradient2, layerGradient3, ...others } =
      measured!.record.metrics;
    expect(others).not.toHaveProperty("layerGradient4");
    gradientNorm!.forEach((norm, epoch) => {
      const parts = [layerGradient1, layerGradient2, layerGradient3].map((series) => series![epoch]!);
      expect(Math.hypot(...parts)).toBeCloseTo(norm!, 12);
    });
  });

  it("has the same network to look at before training, whatever the batch size", async () => {
    const trained = await trainAll(`${SPEC}${METRICS}batchSize: [1, 6, full]\n`);
    const at0 = trained.map(({ record: { metrics } }) => metrics["gradientNorm"]![0]);
    expect(new Set(at0).size).toBe(1);
    const variances = trained.map(({ record: { metrics } }) => metrics["gradientVariance"]![0]!);
    expect(variances).toEqual(variances.toSorted((a, b) => b - a));
    expect(trained[2]!.record.metrics["gradientNoiseScale"]).toEqual([null, null, null, null]);
  });
});
