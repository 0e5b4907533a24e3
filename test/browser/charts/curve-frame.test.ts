import { describe, expect, it } from "vitest";
import type { Curve } from "../../../src/browser/charts/curve.ts";
import { textWidth } from "../../../src/report/pictures/text-width.ts";
import { curveFrame, type CurveScale } from "../../../src/browser/charts/curve-frame.ts";

/** The last is the best. */
const CURVES = [0.1, 0.93, 0.955, 0.96].map((end, key): Curve => ({
  key,
  label: "",
  look: "",
  values: [0.1, end - 0.01, end],
}));

function ticksOf(scale: CurveScale): readonly number[] {
  return curveFrame("testAccuracy", CURVES, { width: 800, height: 300, scale }).yTicks;
}

describe("curveFrame()", () => {
  it("shows what distinguishes the better curves, all values, or their magnitudes", () => {
    expect(ticksOf("near")[0]).toBeGreaterThan(0.9);
    expect(ticksOf("whole")).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf("log")).toEqual([0.05, 0.1, 0.2, 0.5, 1]);
  });

  it("has room for names, but not on a narrow screen", () => {
    const named = CURVES.map((curve) => ({ ...curve, name: "eta = 0.3" }));
    const rightOf = (width: number): number =>
      curveFrame("testAccuracy", named, { width, height: 300 }).right;
    expect(rightOf(800)).toBeLessThan(800 - 14 - 60);
    const room = 1.12 * textWidth("↓ eta = 0.3"); // where it ends below the scale
    expect(rightOf(800)).toBeLessThan(800 - 14 - room);
    expect(rightOf(390)).toBe(390 - 14);
  });
});
