import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SobolCoordinate, SOBOL_DIMENSIONS } from "../../src/math/sobol/sobol-coordinate.ts";
import { searchStreamKey } from "../../src/math/stream-key.ts";

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/sobol/sobol.json", import.meta.url), "utf8")) as {
  indices: number[];
  points: number[][];
};
const RUNS = { seed: 24, numRuns: 30 };
const key = searchStreamKey(0, "sobol");

describe("SobolCoordinate.plain()", () => {
  it("gives the points of SciPy in every dimension", () => {
    expect(VECTORS.points[0]).toHaveLength(SOBOL_DIMENSIONS);
    VECTORS.points.forEach((point, i) => {
      const found = point.map((_, dimension) => SobolCoordinate.plain(dimension).at(VECTORS.indices[i]!));
      expect(found).toEqual(point);
    });
  });
});

describe("SobolCoordinate.scrambled()", () => {
  it("is pinned: another scrambling would change every search", () => {
    const points = [0, 1, 2].map((index) =>
      [0, 1, 2].map((dimension) => SobolCoordinate.scrambled(dimension, key).at(index)),
    );
    expect(points).toEqual(PINNED);
  });

  it("has one of any 2^k consecutive points in each of 2^k equal intervals, aligned", () => {
    const dimension = fc.nat(SOBOL_DIMENSIONS - 1);
    fc.assert(
      fc.property(dimension, fc.nat(1e9), fc.nat(8), fc.nat(1000), (axis, seed, k, block) => {
        const coordinate = SobolCoordinate.scrambled(axis, searchStreamKey(seed, "sobol"));
        const intervals = Array.from({ length: 1 << k }, (_, i) =>
          leading(coordinate.at((block << k) + i), k),
        );
        expect(new Set(intervals).size).toBe(1 << k);
      }),
      RUNS,
    );
  });

  it("fills every elementary rectangle of the first two dimensions once", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(8), (seed, k) => {
        const [x, y] = [0, 1].map((axis) => SobolCoordinate.scrambled(axis, searchStreamKey(seed, "sobol")));
        for (let across = 0; across <= k; across++) {
          const cells = Array.from({ length: 1 << k }, (_, i) => {
            return `${leading(x!.at(i), across)} ${leading(y!.at(i), k - across)}`;
          });
          expect(new Set(cells).size).toBe(1 << k);
        }
      }),
      RUNS,
    );
  });

  it("has another sequence for another seed", () => {
    const [a, b] = [0, 1].map((seed) => SobolCoordinate.scrambled(0, searchStreamKey(seed, "sobol")).at(0));
    expect(a).not.toBe(b);
  });
});

/** Returns the leading bits of a word. */
function leading(word: number, bits: number): number {
  return Math.floor(word / 2 ** (32 - bits));
}

const PINNED = [
  [2357131953, 4147775269, 2951712171],
  [1144954940, 530401184, 2119064676],
  [1039319716, 2726185968, 3409017672],
];
