import { describe, expect, it } from "vitest";
import { nearScale } from "../../../src/report/pictures/near-scale.ts";
import { metricScale, plotScale } from "../../../src/report/pictures/plot-scale.ts";

const WHOLE = plotScale([0, 1], false);

function near(ranked: readonly number[]): readonly number[] | undefined {
  return nearScale(ranked, WHOLE, (place) => [ranked[place]!])?.domain;
}

describe("nearScale()", () => {
  it("shows what distinguishes the better half, and leaves out what is far behind", () => {
    expect(near([0.96, 0.955, 0.93, 0.9])).toEqual([0.9, 0.96]);
    expect(near([0.96, 0.955, 0.95, 0.93, 0.26])).toEqual([0.93, 0.96]);
  });

  it("asks for the values of each once, however many it leaves out", () => {
    const asked: number[] = [];
    const ranked = Array.from({ length: 300 }, (_, i) => (i < 250 ? 0.96 - i / 1e6 : 0.1));
    nearScale(ranked, WHOLE, (place) => {
      asked.push(place);
      return [ranked[place]!];
    });
    expect(asked).toEqual([...ranked.keys()]);
  });

  it("is absent where the better half is distinguishable, or nothing is gained", () => {
    expect(near([0.9, 0.7, 0.5])).toBeUndefined();
    expect(near([0.96, 0.955, 0.95, 0.26, 0.1])).toBeUndefined();
    expect(nearScale([0.01, 0.011], plotScale([0.01, 1], true), () => [0.01])).toBeUndefined();
  });
});

describe("metricScale()", () => {
  it("never leaves the range of a metric", () => {
    expect(metricScale("testAccuracy", [0.99], [0.9, 1.1]).domain).toEqual([0.9, 1]);
    expect(metricScale("testAccuracy", [1]).domain[1]).toBe(1);
    expect(metricScale("testLoss", [0.5, 0.6], [-0.2, 1]).domain[0]).toBe(0);
  });

  it("follows means rather than intervals that reach down to 0", () => {
    expect(metricScale("testLoss", [0.06, 38], [-3, 90])).toMatchObject({ type: "log", domain: [0.05, 100] });
  });

  it("shows angles in degrees as they are", () => {
    expect(metricScale("gradientAngle", [20, 85]).type).toBe("linear");
  });
});
