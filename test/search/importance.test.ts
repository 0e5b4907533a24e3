import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RandomStream } from "../../src/math/random-stream.ts";
import { sin } from "../../src/math/sin-cos.ts";
import type { Axis } from "../../src/search/axis.ts";
import { axisImportance } from "../../src/search/importance/axis-importance.ts";
import { SEQUENCES } from "../../src/search/sequences.ts";
import { SEARCH } from "../support/search-vectors.ts";

const KEY = [24, 0] as const;
const PI = 3.141592653589793;
const continuous: Axis = { kind: "continuous" };

/** Observes a function at points of the Sobol sequence. */
function observe(axes: readonly Axis[], count: number, lossAt: (shares: readonly number[]) => number) {
  const sequence = SEQUENCES.sobol(axes.length, KEY);
  return Array.from({ length: count }, (_, i) => ({ shares: sequence(i), loss: lossAt(sequence(i)) }));
}

function ishigami(shares: readonly number[]): number {
  const [x, y, z] = shares.map((own) => (2 * own - 1) * PI) as [number, number, number];
  return sin(x) + 7 * sin(y) * sin(y) + 0.1 * z * z * z * z * sin(x);
}

describe("axisImportance()", () => {
  it("finds the shares of Ishigami's function", () => {
    const axes = [continuous, continuous, continuous];
    const found = axisImportance(axes, observe(axes, 1024, ishigami), KEY)!;
    found.shares.forEach((share, i) => expect(Math.abs(share - SEARCH.ishigami[i]!)).toBeLessThan(0.12));
    expect(found.explained).toBeGreaterThan(0.85);
  });

  it("finds them where a search has tried one part of the space far more often", () => {
    const axes = [continuous, continuous, continuous];
    const near = observe(axes, 768, (shares) => ishigami(shares.map((share) => 0.4 + 0.2 * share))).map(
      ({ shares, loss }) => ({ shares: shares.map((share) => 0.4 + 0.2 * share), loss }),
    );
    const found = axisImportance(axes, [...observe(axes, 768, ishigami), ...near], KEY)!;
    found.shares.forEach((share, i) => expect(Math.abs(share - SEARCH.ishigami[i]!)).toBeLessThan(0.12));
  });

  it("divides exactly what a tree can represent: levels without order, and an axis of one variant", () => {
    const axes: Axis[] = [
      { kind: "unordered", levels: 4 },
      { kind: "ordered", levels: 2 },
      { ...continuous, variants: [1] },
    ];
    const effects = [3, 0, 5, 0];
    const lossAt = ([a, b]: readonly number[]): number => effects[Math.floor(4 * a!)]! + (b! < 0.5 ? 0 : 2);
    const { shares, explained } = axisImportance(axes, observe(axes, 512, lossAt), KEY)!;
    const [first, second] = [4.5, 1]; // variances of 3, 0, 5, 0 and of 0, 2
    expect(shares[0]).toBeCloseTo(first / (first + second), 10);
    expect(shares[1]).toBeCloseTo(second / (first + second), 10);
    expect(shares[2]).toBeCloseTo(0, 10);
    expect(explained).toBeCloseTo(1, 10);
  });

  it("says that noise is not explained", () => {
    const axes = [continuous, continuous];
    const random = new RandomStream(KEY, 9);
    expect(
      axisImportance(
        axes,
        observe(axes, 200, () => random.normal()),
        KEY,
      )!.explained,
    ).toBeLessThan(0.1);
  });

  it("has shares of at least 0 that sum to at most 1, whatever was observed, the same for a loss in other units", () => {
    const observation = fc.record({
      shares: fc
        .tuple(fc.double({ min: 0.01, max: 0.99 }), fc.double({ min: 0.01, max: 0.99 }))
        .map((pair) => [...pair]),
      loss: fc.option(fc.integer({ min: -9, max: 9 }), { nil: undefined, freq: 4 }),
    });
    const kinds = fc.constantFrom<Axis>(
      continuous,
      { kind: "ordered", levels: 3 },
      { kind: "unordered", levels: 5 },
    );
    fc.assert(
      fc.property(fc.tuple(kinds, kinds), fc.array(observation, { maxLength: 40 }), (axes, observations) => {
        const found = axisImportance(axes, observations, KEY);
        const scaled = observations.map(({ shares, loss }) => ({
          shares,
          loss: loss === undefined ? loss : 4 * loss,
        }));
        expect(axisImportance(axes, scaled, KEY)).toEqual(found);
        if (!found) return;
        expect(Math.min(...found.shares)).toBeGreaterThanOrEqual(0);
        expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(found.explained).toBeLessThanOrEqual(1);
      }),
      { seed: 24, numRuns: 15 },
    );
  });

  it("is undefined where nothing varies", () => {
    expect(axisImportance([continuous], [], KEY)).toBeUndefined();
    expect(
      axisImportance(
        [continuous],
        observe([continuous], 20, () => 3),
        KEY,
      ),
    ).toBeUndefined();
    const failed = observe([continuous], 20, () => 3).map(({ shares }) => ({ shares, loss: undefined }));
    expect(axisImportance([continuous], failed, KEY)).toBeUndefined();
  });
});
