import { describe, expect, it } from "vitest";
import { nearestWord } from "../../src/text/nearest-word.ts";

const WORDS = ["sigmoid", "tanh", "relu", "identity"];

describe("nearestWord()", () => {
  it("finds the word behind a letter too many, too few, wrong, or in the wrong place", () => {
    expect(
      ["tanhh", "tnh", "tani", "tahn", "idenitty", "RE-LU"].map((word) => nearestWord(word, WORDS)),
    ).toEqual(["tanh", "tanh", "tanh", "tanh", "identity", "relu"]);
  });

  it("guesses nothing behind what is not like any", () => {
    expect(["hnat", "gelu2x", "", "t".repeat(99)].map((word) => nearestWord(word, WORDS))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
