import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/data/dataset.ts";
import { reference } from "../../../src/kernels/reference/reference.ts";
import { simd } from "../../../src/kernels/simd/simd.ts";
import { tensorsOf } from "../../../src/training/checkpoint.ts";
import { PLANE_CELLS, WEIGHT_LEVELS } from "../../../src/training/portraits/portrait.ts";
import { takePortrait, type Model } from "../../../src/training/portraits/take-portrait.ts";
import { BASE } from "../../results/fixture.ts";

const none = new Uint32Array(0);

/** Two pixels, the second without ink in training; the class is whether the first one has any. */
const IMAGES: Dataset = {
  features: 2,
  target: { kind: "classes", count: 2 },
  sizes: { train: 2, validation: 0, test: 3 },
  image: [1, 2],
  inputs: Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255]),
  labels: Uint8Array.from([1, 0, 1, 0, 0]),
  parts: { train: Uint32Array.from([0, 1]), validation: none, test: Uint32Array.from([2, 3, 4]) },
};

/** One hidden unit that fires for ink, and outputs that follow it. */
const MODEL: Model = {
  trialId: "some-trial",
  epoch: 3,
  configuration: {
    ...BASE,
    architecture: { ...BASE.architecture, hidden: [1], activation: "identity", output: "identity" },
  },
  tensors: tensorsOf([
    { weights: Float32Array.from([2, -1]), biases: Float32Array.from([0]) },
    { weights: Float32Array.from([-1, 1]), biases: Float32Array.from([0.25, 0]) },
  ]),
};

describe.each([reference, simd])("takePortrait() with $name", (kernel) => {
  const portrait = takePortrait(MODEL, IMAGES, kernel);

  it("counts answers by class, on the test part", () => {
    expect(portrait).toMatchObject({ trialId: "some-trial", epoch: 3, part: "test" });
    expect(portrait.confusion).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it("shows the mistakes, and what units look for, but not where training has no ink", () => {
    expect(portrait.mistakes).toEqual([{ label: 0, answer: 1, ink: [4, 4] }]);
    expect(portrait.units).toEqual({
      count: 1,
      shown: [
        {
          index: 0,
          weights: [WEIGHT_LEVELS, 0],
          activity: [0.5, 2],
          top: [
            [0, 2],
            [1, 1],
            [2, 0],
          ],
        },
      ],
      examples: [
        { label: 1, ink: [4, 0] },
        { label: 0, ink: [4, 4] },
        { label: 0, ink: [0, 0] },
      ],
    });
  });

  it("answers all over the plane, the first feature from left to right, the second one upwards", () => {
    const { x, y, answers, examples } = portrait.plane!;
    expect([x[0] < 0, x[1] > 1, y[0] < 0, y[1] > 1]).toEqual([true, true, true, true]);
    expect(answers[0]).toBe(0);
    expect(answers[PLANE_CELLS * PLANE_CELLS - 1]).toBe(1);
    expect(examples.map(({ label }) => label)).toEqual([1, 0, 0]);
  });
});
