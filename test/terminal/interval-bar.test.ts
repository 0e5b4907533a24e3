import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statistics } from "../../src/math/statistics.ts";
import { UNICODE } from "../../src/terminal/glyphs.ts";
import { barScale, intervalBar } from "../../src/terminal/interval-bar.ts";

const scale = { low: 0, high: 10 };
const drawn = { glyphs: UNICODE, width: 11 };

function around(mean: number, half: number) {
  return { n: 3, mean, sd: 1, ci95: { low: mean - half, high: mean + half } };
}

describe("intervalBar()", () => {
  it("draws the mean within its interval, and arrows for what lies beyond", () => {
    expect(intervalBar(around(5, 2), scale, drawn)).toBe("   ──●──   ");
    expect(intervalBar(around(1, 3), scale, drawn)).toBe("◂●───      ");
    expect(intervalBar(around(-5, 1), scale, drawn)).toBe("◂          ");
    expect(intervalBar(around(-5, 100), scale, drawn)).toBe("◂─────────▸");
    expect(intervalBar(around(20, 1), scale, drawn)).toBe("          ▸");
  });

  it("draws a dot for a mean without an interval, and nothing for none", () => {
    expect(intervalBar({ n: 1, mean: 5, sd: null, ci95: null }, scale, drawn)).toBe("     ●     ");
    expect(intervalBar(statistics([]), scale, drawn)).toBe("");
  });

  it("is as wide as its column whatever the figures are", () => {
    const figure = fc.double({ noNaN: true, noDefaultInfinity: true });
    const law = fc.property(figure, figure, figure, (a, b, width) => {
      const statistic = { n: 2, mean: a, sd: 1, ci95: { low: Math.min(a, b), high: Math.max(a, b) } };
      const low = Math.min(b, width);
      const bar = intervalBar(statistic, { low, high: low + 1 + Math.abs(width) }, drawn);
      expect(bar).toHaveLength(11);
    });
    fc.assert(law, { seed: 7 });
  });
});

describe("barScale()", () => {
  it("holds the intervals of the better half, of two at least", () => {
    expect(barScale([around(9, 1), around(8, 1), around(1, 1), around(0, 1)])).toEqual({ low: 7, high: 10 });
    expect(barScale([around(9, 1), around(0, 1)])).toEqual({ low: -1, high: 10 });
  });

  it("never leaves the range of a metric, and shows means rather than intervals that are far wider", () => {
    const share = { low: 0, high: 1 };
    expect(barScale([around(0.95, 0.2), around(0.9, 0.2)], share)).toEqual({
      low: expect.closeTo(0.7, 12) as number,
      high: 1,
    });
    expect(barScale([around(9, 100), around(8, 100)])).toEqual({ low: 4, high: 13 });
  });

  it("is undefined where no interval has a width", () => {
    expect(barScale([around(9, 0)])).toBeUndefined();
    expect(barScale([statistics([1])])).toBeUndefined();
  });
});
