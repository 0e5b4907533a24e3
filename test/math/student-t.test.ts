import { describe, expect, it } from "vitest";
import { studentT95 } from "../../src/math/student-t.ts";

describe("studentT95()", () => {
  // Published tables of the two-sided 5 % points, e.g. NIST/SEMATECH e-Handbook, 1.3.6.7.2, with more digits.
  it.each([
    [1, 12.7062047],
    [2, 4.30265273],
    [3, 3.18244631],
    [4, 2.77644511],
    [9, 2.26215716],
    [29, 2.04522964],
    [100, 1.98397152],
    [1000, 1.96233908],
  ])("equals the published value for %i degrees of freedom", (degrees, published) => {
    expect(Math.abs(studentT95(degrees) / published - 1)).toBeLessThan(5e-9);
  });

  it("has closed forms for one and two degrees of freedom", () => {
    expect(studentT95(1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 11);
    expect(studentT95(2)).toBeCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)), 13);
  });

  it("falls towards the normal distribution's 1.95996", () => {
    const values = Array.from({ length: 300 }, (_, i) => studentT95(i + 1));
    expect(values.every((value, i) => i === 0 || value < values[i - 1]!)).toBe(true);
    expect(studentT95(100_000)).toBeCloseTo(1.959964, 4);
  });

  it.each([0, -1, 1.5, NaN, Infinity])("refuses %d degrees of freedom", (degrees) => {
    expect(() => studentT95(degrees)).toThrow(RangeError);
  });
});
