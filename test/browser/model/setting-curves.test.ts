import { describe, expect, it } from "vitest";
import { settingCurves } from "../../../src/browser/model/setting-curves.ts";
import { makePageData } from "../../../src/report/page/make-page-data.ts";
import { settingColors } from "../../../src/report/pictures/setting-colors.ts";
import { gridResults } from "../grid-results.ts";

const results = gridResults();
const data = makePageData(results);

describe("settingCurves()", () => {
  const curves = settingCurves(data, data.trials, "validationAccuracy");

  it("has the mean of each setting and the range of its trials, the best setting last", () => {
    const best = data.configurations.find(({ rank }) => rank === 0)!;
    const { values, band, label } = curves.at(-1)!;
    expect(label).toBe(best.setting);
    expect(values.at(-1)).toBeCloseTo(best.objective.mean!, 12);
    const ends = data.trials
      .filter(({ configuration }) => configuration === best.index)
      .map(({ series }) => series["validationAccuracy"]!.at(-1)!);
    expect([band!.low.at(-1), band!.high.at(-1)]).toEqual([Math.min(...ends), Math.max(...ends)]);
  });

  it("has the colours of the pictures", () => {
    const colors = settingColors(results.configurations, results.columns);
    for (const { key, color } of curves) expect(color).toBe(colors[Number(key)]);
  });
});
