import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/fields/experiment-file.ts";
import { drawnEdge } from "../../src/results/warnings/drawn-edge.ts";
import { distributionOf, shareAt, samplerOf, type NumberDistribution } from "../../src/spec/distribution.ts";
import { sourceText } from "../../src/spec/source-text.ts";

const PLACE = { source: sourceText("", "a.yaml"), start: 0, end: 0 };
const of = (written: Distribution): NumberDistribution => distributionOf(written, PLACE);
const LOG = of({ logUniform: { from: 0.01, to: 100 } });
const EVEN = of({ uniform: { from: 0, to: 1 } });
const INTEGERS = of({ integers: { from: 4, to: 64, step: 4 } });

describe("drawnEdge()", () => {
  it("finds the end near which a value lies, and goes beyond it", () => {
    expect(drawnEdge(LOG, 90, () => true)).toEqual({ side: "largest", end: 100, wider: 1000 });
    expect(drawnEdge(LOG, 0.012, () => true)).toEqual({ side: "smallest", end: 0.01, wider: 0.001 });
    expect(drawnEdge(EVEN, 0.97, () => true)).toEqual({ side: "largest", end: 1, wider: 1.5 });
    expect(drawnEdge(INTEGERS, 64, () => true)).toEqual({ side: "largest", end: 64, wider: 94 });
  });

  it("is silent in the middle, outside, and where the field allows nothing beyond", () => {
    expect([LOG, EVEN].map((own) => drawnEdge(own, 0.5, () => true))).toEqual([undefined, undefined]);
    expect(drawnEdge(LOG, 1000, () => true)).toBeUndefined();
    expect(drawnEdge(EVEN, 0.01, (value) => value >= 0)).toBeUndefined();
  });
});

it("shareAt() leads back to the value, and nowhere beyond the ends", () => {
  const share = fc.double({ min: 2 ** -33, max: 1 - 2 ** -33, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(LOG, EVEN, INTEGERS), share, (own, at) => {
      const value = samplerOf(own)(at);
      expect(samplerOf(own)(shareAt(own, value)!)).toBe(value);
    }),
    { seed: 24, numRuns: 300 },
  );
  expect([0.009, 101].map((value) => shareAt(LOG, value))).toEqual([undefined, undefined]);
});
