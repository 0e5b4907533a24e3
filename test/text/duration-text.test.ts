import { describe, expect, it } from "vitest";
import { durationText } from "../../src/text/quantity-text.ts";

describe("durationText()", () => {
  it.each([
    [0.2, "less than 1 s"],
    [8.4, "8 s"],
    [125, "2 min 5 s"],
    [4200, "1 h 10 min"],
  ])("of %d seconds is %s", (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});
