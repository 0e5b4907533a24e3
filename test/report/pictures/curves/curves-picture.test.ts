import { describe, expect, it, vi } from "vitest";
import { curvesPicture } from "../../../../src/report/pictures/curves/curves-picture.ts";
import { drawPicture } from "../../../../src/report/pictures/draw-picture.ts";
import type { Results } from "../../../../src/results/results.ts";
import { experimentOf, resultsOf, type Axis } from "../../../results/fixture.ts";
import { mixedResults } from "../../../results/mixed-results.ts";
import { expectGolden } from "../../../support/expect-golden.ts";

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
}

function learningCurvesSvg(results: Results): string | undefined {
  const [picture] = curvesPicture(results);
  return picture && drawPicture(picture);
}

describe("curvesPicture()", () => {
  it("draws the golden picture: names, a tie, a diverged setting", () => {
    expectGolden("mixed.learning-curves.svg", learningCurvesSvg(mixedResults())!);
  });

  it("draws the same bytes again, in this process and with everything loaded anew", async () => {
    const first = learningCurvesSvg(mixedResults());
    expect(learningCurvesSvg(mixedResults())).toBe(first);
    vi.resetModules();
    const anew = await import("../../../../src/report/pictures/draw-picture.ts");
    expect(anew.drawPicture(curvesPicture(mixedResults())[0]!)).toBe(first);
  });

  it("writes no number with more than two decimals, no id and no generic serif", () => {
    const svg = learningCurvesSvg(mixedResults())!;
    expect(svg.replaceAll(/>[^<]*</g, "><")).not.toMatch(/\d\.\d{3}|\de[+-]\d/);
    expect(svg).not.toMatch(/ id=|url\(#/);
    expect(svg).toMatch(/font-family="[^"]*sans-serif"/);
  });

  it("names at most eight settings and counts the others", () => {
    const axes: Axis[] = [{ path: "eta", values: Array.from({ length: 20 }, (_, i) => i + 1) }];
    const svg = learningCurvesSvg(
      resultsOf(experimentOf({ axes }), ({ index }) => ({ accuracies: [index / 20] })),
    );
    const names = textsOf(svg!).filter((text) => text.startsWith("eta"));
    expect(names.toSorted()).toEqual([
      "eta = 1",
      "eta = 15",
      "eta = 16",
      "eta = 17",
      "eta = 18",
      "eta = 19",
      "eta = 2",
      "eta = 20",
    ]);
    expect(textsOf(svg!)).toContain("one replicate; grey: 12 other settings");
  });

  it("keeps hostile names as text", () => {
    const results = resultsOf(experimentOf({ name: "<script>&amp;" }), () => ({ accuracies: [0.9] }));
    const svg = learningCurvesSvg(results);
    expect(svg).not.toContain("<script");
    expect(svg).toContain("<title>&lt;script&gt;&amp;amp;: validation accuracy by epoch, 1 curve</title>");
  });

  it("says what the table says of replicates that stopped early, and how long they trained", () => {
    const axes: Axis[] = [{ path: "eta", values: [1, 2] }];
    const experiment = experimentOf({ axes, replicates: { count: 2, baseSeed: 1 } });
    const results = resultsOf(experiment, ({ configurationIndex, replicate }) => ({
      accuracies: configurationIndex === 0 ? [0.9] : replicate === 0 ? [0.3] : [0.4, 0.5, 0.5],
    }));
    const [picture] = curvesPicture(results);
    expect(picture!.caption).toBe(
      "eta = 1 ends at 90.00 % after 1 epoch, eta = 2 at 40 % after 1 to 3 epochs",
    );
    expect(results.leaderboard[1]!.configuration.objective.mean).toBe(0.4);
    expect(textsOf(learningCurvesSvg(results)!).join()).toContain(
      "trials that stopped early keep their last value",
    );
  });

  it("is absent where no curve has two points", () => {
    expect(learningCurvesSvg(resultsOf(experimentOf(), () => ({ divergedEpoch: 1 })))).toBeUndefined();
    expect(learningCurvesSvg(resultsOf(experimentOf(), () => ({ status: "failed" })))).toBeUndefined();
  });
});
