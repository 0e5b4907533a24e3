import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plotScale } from "../../../src/report/pictures/plot-scale.ts";

describe("plotScale()", () => {
  it("has round ends and ticks", () => {
    expect(plotScale([0.12, 0.93], false)).toMatchObject({
      type: "linear",
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
    });
    expect(plotScale([0.951, 0.968], false).ticks).toEqual([0.95, 0.955, 0.96, 0.965, 0.97]);
    expect(plotScale([0.013, 0.6], true)).toMatchObject({
      type: "log",
      ticks: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
    });
    expect(plotScale([1e-7, 0.6], true).ticks).toEqual([1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1]);
  });

  it("is linear for losses that are close together or hold 0", () => {
    expect(plotScale([0.4, 0.5], true).type).toBe("linear");
    expect(plotScale([0, 0.5], true).type).toBe("linear");
  });

  it("maps its ends to 0 and 1, and the middle of a decade to the middle", () => {
    const { domain, share } = plotScale([0.01, 1], true);
    expect(domain.map(share)).toEqual([0, 1]);
    expect(share(0.1)).toBeCloseTo(0.5, 12);
  });

  it("holds every value, also where all are equal", () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.boolean(), (values, isLoss) => {
        const { domain, share, ticks } = plotScale(values, isLoss);
        expect(domain[0]).toBeLessThan(domain[1]);
        expect(ticks.length).toBeGreaterThan(1);
        for (const value of values) {
          expect(share(value)).toBeGreaterThan(-1e-9);
          expect(share(value)).toBeLessThan(1 + 1e-9);
        }
      }),
      { seed: 1 },
    );
  });
});
