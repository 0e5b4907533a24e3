import { describe, expect, it } from "vitest";
import type { Curve } from "../../../src/browser/charts/curve.ts";
import { curveFrame } from "../../../src/browser/charts/curve-frame.ts";
import { zoomByKey, zoomTo, type Zoom } from "../../../src/browser/charts/zoom.ts";

const CURVES = [1, 2].map((key): Curve => ({
  key,
  label: "",
  look: "",
  values: Array.from({ length: 101 }, (_, epoch) => 1 / (epoch + key)),
}));

function frameAt(zoom?: Zoom) {
  return curveFrame("testLoss", CURVES, { width: 800, height: 300, zoom });
}

function press(zoom: Zoom | undefined, ...keys: readonly string[]): Zoom | undefined {
  return keys.reduce((now: Zoom | undefined, key) => {
    const next = zoomByKey(key, frameAt(now), now);
    return next === "unknown" ? now : next;
  }, zoom);
}

describe("zoomTo()", () => {
  it("shows the epochs and values of a box, at the edges of the frame", () => {
    const zoom = zoomTo(frameAt(), [0.2, 0.5], [0.5, 0.75])!;
    expect(zoom.epochs).toEqual([20, 50]);
    const { x, y, left, right, top, bottom } = frameAt(zoom);
    expect([x(20), x(50)]).toEqual([left, right]);
    expect(y(zoom.values![0])).toBeCloseTo(bottom, 6);
    expect(y(zoom.values![1])).toBeCloseTo(top, 6);
  });

  it("fits the values to the epochs where the box has none", () => {
    const { y, top, bottom, yTicks } = frameAt({ epochs: [50, 100] });
    for (const epoch of [50, 75, 100]) {
      expect(y(1 / (epoch + 1))).toBeGreaterThanOrEqual(top);
      expect(y(1 / (epoch + 1))).toBeLessThanOrEqual(bottom);
    }
    expect(Math.max(...yTicks)).toBeLessThan(0.05);
  });
});

describe("zoomByKey()", () => {
  it("zooms in to a single epoch and out to all of them again", () => {
    const deepest = press(undefined, ...Array.from({ length: 20 }, () => "+"))!;
    expect(deepest.epochs[1] - deepest.epochs[0]).toBe(1);
    expect(press(deepest, ...Array.from({ length: 20 }, () => "-"))).toBeUndefined();
    expect(press(deepest, "0")).toBeUndefined();
  });

  it("moves without leaving the epochs, and changes nothing before a zoom", () => {
    expect(zoomByKey("ArrowLeft", frameAt(), undefined)).toBe("unknown");
    expect(zoomByKey("0", frameAt(), undefined)).toBe("unknown");
    expect(press({ epochs: [40, 60] }, "ArrowRight")).toEqual({ epochs: [44, 64] });
    expect(press({ epochs: [40, 41] }, "ArrowLeft")).toEqual({ epochs: [39, 40] });
    expect(press({ epochs: [90, 95] }, ...Array.from({ length: 20 }, () => "ArrowRight"))).toEqual({
      epochs: [95, 100],
    });
  });

  it("zooms and moves the values alone, with Shift and by up and down", () => {
    const closer = press(undefined, "Shift ArrowUp")!;
    expect(closer.epochs).toEqual([0, 100]);
    const [low, high] = closer.values!;
    const higher = press(closer, "ArrowUp")!.values!;
    expect(higher[0]).toBeGreaterThan(low);
    expect(higher[1]).toBeGreaterThan(high);
  });
});
