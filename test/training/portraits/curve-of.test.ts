import { describe, expect, it } from "vitest";
import type { NumberDataset } from "../../../src/data/dataset.ts";
import { reference } from "../../../src/kernels/reference/reference.ts";
import { simd } from "../../../src/kernels/simd/simd.ts";
import { tensorsOf } from "../../../src/training/checkpoint.ts";
import { CURVE_POINTS } from "../../../src/training/portraits/portrait.ts";
import { takePortrait, type Model } from "../../../src/training/portraits/take-portrait.ts";
import { BASE } from "../../results/fixture.ts";

const none = new Uint32Array(0);

const POINTS: NumberDataset = {
  features: 1,
  target: { kind: "numbers", count: 1 },
  sizes: { train: 2, validation: 0, test: 1 },
  inputs: Float32Array.of(-1, 1, 0),
  targets: Float32Array.of(0, 2, 5),
  parts: { train: Uint32Array.of(0, 1), validation: none, test: Uint32Array.of(2) },
};

/** y = 3 x + 0.5. */
const MODEL: Model = {
  trialId: "some-trial",
  epoch: 1,
  configuration: { ...BASE, architecture: { ...BASE.architecture, hidden: [], output: "identity" } },
  tensors: tensorsOf([{ weights: Float32Array.of(3), biases: Float32Array.of(0.5) }]),
};

describe.each([reference, simd])("takePortrait() of one feature and one number with $name", (kernel) => {
  it("shows the curve a little beyond the examples, and those of the training part", () => {
    const { curve, confusion, plane } = takePortrait(MODEL, POINTS, kernel);
    expect([confusion, plane]).toEqual([undefined, undefined]);
    expect(curve!.examples).toEqual([
      { x: -1, y: 0, answer: -2.5 },
      { x: 1, y: 2, answer: 3.5 },
    ]);
    expect(curve!.points).toHaveLength(CURVE_POINTS);
    expect(curve!.points[0]!.x).toBeCloseTo(-1.1, 6);
    expect(curve!.points.at(-1)!.x).toBeCloseTo(1.1, 6);
    for (const { x, y } of curve!.points) expect(y).toBeCloseTo(3 * x + 0.5, 5);
  });

  it("speaks the units of a table", () => {
    const encoding = {
      inputs: [{ kind: "number", column: "age", center: 40, scale: 10 }],
      target: { kind: "numbers", columns: [{ column: "height", center: 170, scale: 8 }] },
    } as const;
    const { curve } = takePortrait(MODEL, { ...POINTS, encoding }, kernel);
    expect(curve!.examples).toEqual([
      { x: 30, y: 170, answer: 150 },
      { x: 50, y: 186, answer: 198 },
    ]);
    for (const { x, y } of curve!.points) expect(y).toBeCloseTo(170 + 8 * ((3 * (x - 40)) / 10 + 0.5), 3);
  });

  it("shows none of several features or numbers", () => {
    const wide = { ...POINTS, inputs: new Float32Array(6), features: 2 };
    const tensors = tensorsOf([{ weights: Float32Array.of(3, 1), biases: Float32Array.of(0.5) }]);
    expect(takePortrait({ ...MODEL, tensors }, wide, kernel)).toEqual({
      trialId: "some-trial",
      epoch: 1,
      part: "test",
    });
  });
});
