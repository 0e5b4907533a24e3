import { describe, expect, it } from "vitest";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { classWeightsOf } from "../../src/training/evaluated-part.ts";

/** Six training examples of class 0, two of class 1, none of class 2; a test part of class 2. */
const DATA = placeDataset(
  {
    inputs: new Float32Array(9),
    labels: Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 1, 2),
    features: 1,
    target: { kind: "classes", count: 3 },
    parts: {
      train: Uint32Array.of(0, 1, 2, 3, 4, 5, 6, 7),
      validation: new Uint32Array(),
      test: Uint32Array.of(8),
    },
    sizes: { train: 8, validation: 0, test: 1 },
  },
  0,
);

describe("classWeightsOf()", () => {
  it("gives every class the same share of the training part when balanced, and 1 to one that is not there", () => {
    expect(classWeightsOf("balanced", DATA)).toEqual([8 / 18, 8 / 6, 1]);
  });

  it("returns what is written, and nothing for none", () => {
    expect(classWeightsOf([1, 2, 3], DATA)).toEqual([1, 2, 3]);
    expect(classWeightsOf("none", DATA)).toBeUndefined();
  });
});
