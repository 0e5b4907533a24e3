import { describe, expect, it } from "vitest";
import { digamma, inverseTrigamma, trigamma } from "../../src/search/racing/polygamma.ts";
import { SEARCH } from "../support/search-vectors.ts";

describe("digamma()", () => {
  it.each(SEARCH.digamma)("agrees with SciPy at %d", (x, expected) => {
    expect(Math.abs(digamma(x) - expected)).toBeLessThan(4e-15 * Math.max(1, Math.abs(expected)));
  });
});

describe("trigamma()", () => {
  it.each(SEARCH.trigamma)("agrees with SciPy at %d, and so does its inverse", (x, expected) => {
    expect(Math.abs(trigamma(x) / expected - 1)).toBeLessThan(4e-15);
    expect(inverseTrigamma(expected) / x).toBeCloseTo(1, 9);
  });
});
