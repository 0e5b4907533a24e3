import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writePermutation } from "../../src/math/permutation.ts";
import { philox } from "../../src/math/philox.ts";
import { RandomStream } from "../../src/math/random-stream.ts";
import { dataStreamKey, trialStreamKey } from "../../src/math/stream-key.ts";

describe("philox()", () => {
  // Known answers of Random123 1.14, kat_vectors, philox4x32 with 10 rounds.
  it.each([
    { counter: [0, 0, 0, 0], key: [0, 0], words: "6627e8d5 e169c58d bc57ac4c 9b00dbd8" },
    { counter: [~0, ~0, ~0, ~0], key: [~0, ~0], words: "408f276d 41c83b0e a20bc7c6 6d5451fd" },
    {
      counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      key: [0xa4093822, 0x299f31d0],
      words: "d16cfe09 94fdcceb 5001e420 24126ea1",
    },
  ])("gives the published words for key $key", ({ counter, key, words }) => {
    const out = new Uint32Array(4);
    philox([key[0]!, key[1]!], counter[0]!, counter[1]!, counter[2]!, counter[3]!, out);
    expect([...out].map((word) => word.toString(16).padStart(8, "0")).join(" ")).toBe(words);
  });
});

describe("stream keys", () => {
  it("are pinned: changing them changes every result", () => {
    expect(trialStreamKey(0, 0, "init")).toEqual(PINNED.init);
    expect(trialStreamKey(0, 0, "shuffle")).toEqual(PINNED.shuffle);
    expect(dataStreamKey(0, "digits")).toEqual(PINNED.digits);
  });
  it("differ by seed, replicate and name", () => {
    const keys = [
      trialStreamKey(0, 0, "init"),
      trialStreamKey(1, 0, "init"),
      trialStreamKey(0, 1, "init"),
      trialStreamKey(0, 0, "shuffle"),
    ];
    expect(new Set(keys.map(String)).size).toBe(keys.length);
  });
});

describe("writePermutation()", () => {
  it("holds every number exactly once, for any length and epoch", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(1000), (length, epoch) => {
        const order = new Uint32Array(length);
        writePermutation(order, [1, 2], epoch);
        return [...order].toSorted((a, b) => a - b).every((value, i) => value === i);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
  it("needs no earlier epoch and differs between epochs", () => {
    const [first, again, other] = [new Uint32Array(50), new Uint32Array(50), new Uint32Array(50)];
    writePermutation(first, [3, 4], 7);
    writePermutation(other, [3, 4], 8);
    writePermutation(again, [3, 4], 7);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
  it("puts every number in every place equally often (chi-square of 6 places over 6,000 epochs)", () => {
    const counts = new Array<number>(36).fill(0);
    const order = new Uint32Array(6);
    for (let epoch = 0; epoch < 6000; epoch++) {
      writePermutation(order, [5, 6], epoch);
      order.forEach((value, place) => counts[6 * place + value]!++);
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(60); // 25 degrees of freedom: beyond 60 once in 10,000
  });
});

describe("RandomStream", () => {
  it("uniform() lies in the open interval, mean and variance as they should be", () => {
    const random = new RandomStream([9, 9]);
    const draws = Array.from({ length: 20_000 }, () => random.uniform());
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(Math.min(...draws)).toBeGreaterThan(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(mean).toBeCloseTo(0.5, 2);
    expect(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length).toBeCloseTo(1 / 12, 3);
  });
  it("integer() stays below its count and reaches every value", () => {
    const random = new RandomStream([9, 9], 1);
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(7)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
  it("cells are independent streams", () => {
    const bits = (cell: number): number => new RandomStream([1, 1], cell).bits();
    expect(new Set(Array.from({ length: 1000 }, (_, cell) => bits(cell))).size).toBe(1000);
  });
});

// The first eight bytes, little-endian, of Python's hashlib.sha256(b"trial/0/0/init"), (b"trial/0/0/shuffle"),
// (b"data/0/digits").
const PINNED = {
  init: [568268163, 2365722853],
  shuffle: [1372682312, 1570161752],
  digits: [1641000778, 3088245618],
};
