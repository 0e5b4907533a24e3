import { describe, expect, it } from "vitest";
import type { LearningCurve } from "../../src/report/pictures/curves/learning-curves.ts";
import { ASCII, UNICODE } from "../../src/terminal/glyphs.ts";
import { sparkAxes, sparkline } from "../../src/terminal/sparkline.ts";

function curve(means: readonly number[], diverged = false): LearningCurve {
  const points = means.map((mean, epoch) => ({ epoch, mean, ci95: null, low: mean, high: mean }));
  return { configuration: {} as LearningCurve["configuration"], diverged, points, ends: [] };
}

function drawn(curves: readonly LearningCurve[], width = 12, glyphs = UNICODE): string[] {
  const axes = sparkAxes(curves)!;
  return curves.map((each) => sparkline(each, axes, { glyphs, width }));
}

describe("sparkline()", () => {
  it("draws all curves on the same axes", () => {
    expect(drawn([curve([0, 1, 2, 3, 4, 5, 6, 7]), curve([0, 3.5])])).toEqual(["▁▂▃▅▆▇█", "▄"]);
    expect(drawn([curve([0, 7, 0])], 12, ASCII)).toEqual(["_#_"]);
  });

  it("ends a curve that diverged with a cross, and lets it stretch no axis", () => {
    expect(drawn([curve([0, 1, 2]), curve([0, 900], true)])).toEqual(["▁▅█", "▁█×"]);
  });

  it("takes single epochs out of longer curves, the first and the last among them", () => {
    const long = Array.from({ length: 101 }, (_, epoch) => epoch);
    expect(drawn([curve(long)], 5)).toEqual(["▁▃▅▆█"]);
  });

  it("draws a level curve in the middle", () => {
    expect(drawn([curve([1, 1])])).toEqual(["▅▅"]);
  });
});

describe("sparkAxes()", () => {
  it("is undefined without a second epoch", () => {
    expect(sparkAxes([curve([1])])).toBeUndefined();
    expect(sparkAxes([])).toBeUndefined();
  });
});
