import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bracketOf,
  climbers,
  continuing,
  hyperbandBrackets,
  ladderEpochs,
  nextLength,
  rungLengths,
  type Contender,
  type Ladder,
} from "../../src/search/ladder.ts";

const halving = (lengths: readonly number[], factor: number): Ladder => ({
  lengths,
  factor,
  brackets: [{ start: 0 }],
});

describe("rungLengths()", () => {
  it("ends with a whole training, wherever the powers lead", () => {
    expect(rungLengths(1, 3, 81)).toEqual([1, 3, 9, 27, 81]);
    expect(rungLengths(2, 4, 20)).toEqual([2, 8, 20]);
    expect(rungLengths(5, 2, 5)).toEqual([5]);
  });
});

describe("hyperbandBrackets()", () => {
  // Li et al. 2018, table 1 for R = 81 and factor 3: n and r of the first rung of each bracket.
  it("has the sizes that the paper prints", () => {
    const lengths = rungLengths(1, 3, 81);
    const brackets = hyperbandBrackets(lengths, 3);
    expect(brackets.map(({ start, size }) => [size, lengths[start]])).toEqual([
      [81, 1],
      [34, 3],
      [15, 9],
      [8, 27],
      [5, 81],
    ]);
    const ladder = { lengths, factor: 3, brackets };
    expect([0, 80, 81, 114, 115, 142, 999].map((index) => bracketOf(ladder, index))).toEqual([
      0, 0, 1, 1, 2, 4, 4,
    ]);
  });
});

describe("climbers()", () => {
  const RUNS = { seed: 24, numRuns: 200 };
  const losses = fc.array(fc.option(fc.double({ min: -9, max: 9, noNaN: true }), { nil: undefined }), {
    minLength: 2,
    maxLength: 2,
  });
  const field = fc.array(losses, { minLength: 1, maxLength: 30 }).map((all) => {
    return all.map((own, index): Contender => ({ index, length: 1, losses: own }));
  });

  it("are one of so many, never one that only diverged, and do not depend on the order of arrival", () => {
    fc.assert(
      fc.property(field, fc.integer({ min: 2, max: 5 }), fc.nat(), (contenders, factor, turn) => {
        const ladder = halving([1, 9], factor);
        const found = climbers(contenders, ladder);
        const alive = contenders.filter((own) => own.losses.some((loss) => loss !== undefined));
        expect(found.length).toBe(Math.min(alive.length, continuing(contenders.length, factor)));
        const place = turn % contenders.length;
        const turned = [...contenders.slice(place), ...contenders.slice(0, place)];
        expect(climbers(turned, ladder)).toEqual(found);
      }),
      RUNS,
    );
  });

  it("are better than those that stay, and the first of equal ones", () => {
    const at = (index: number, ...own: (number | undefined)[]): Contender => ({
      index,
      length: 3,
      losses: own,
    });
    const field = [
      at(0, 2, 2),
      at(1, 1, undefined),
      at(2, 1, 3),
      at(3, undefined, undefined),
      at(4, 0, 9),
      at(5, 2, 2),
    ];
    expect(climbers(field, halving([3, 9], 2)).map(({ index }) => index)).toEqual([0, 2, 5]);
    expect(climbers(field, halving([1, 3], 2))).toEqual([]);
    expect(climbers([at(3, undefined)], halving([3, 9], 2))).toEqual([]);
  });

  it("leave those alone that stayed behind", () => {
    const field = [
      { index: 0, length: 1, losses: [-99] },
      { index: 1, length: 3, losses: [1] },
    ];
    expect(climbers(field, halving([1, 3, 9], 3)).map(({ index }) => index)).toEqual([1]);
  });
});

it("nextLength() is the next rung, and the last one has none", () => {
  expect([1, 3, 9].map((length) => nextLength(halving([1, 3, 9], 3), length))).toEqual([3, 9, 9]);
});

describe("ladderEpochs()", () => {
  it("counts what survivors add, or all of it where they cannot continue", () => {
    const ladder = halving([1, 3, 9, 27], 3);
    expect(ladderEpochs(81, ladder)).toBe(81 * 1 + 27 * 2 + 9 * 6 + 3 * 18);
    expect(ladderEpochs(81, ladder, false)).toBe(81 * 1 + 27 * 3 + 9 * 9 + 3 * 27);
  });

  it("counts each bracket from its own first rung", () => {
    const lengths = [1, 3, 9];
    const ladder = { lengths, factor: 3, brackets: hyperbandBrackets(lengths, 3) };
    expect(ladderEpochs(17, ladder)).toBe(9 + 3 * 2 + 6 + (5 * 3 + 6) + 3 * 9);
  });
});
