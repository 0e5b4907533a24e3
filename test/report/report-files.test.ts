import { describe, expect, it } from "vitest";
import { reportFiles } from "../../src/report/report-files.ts";
import { experimentOf, resultsOf } from "../results/fixture.ts";
import { mixedResults } from "../results/mixed-results.ts";

describe("reportFiles()", () => {
  it("holds exactly the pictures that the summary shows", () => {
    const drawn = reportFiles(mixedResults());
    expect(drawn.map(({ path }) => path)).toEqual([
      "summary.md",
      "plots/learning-curves.svg",
      "plots/effect-eta.svg",
      "plots/effect-hidden.svg",
      "plots/map-eta-hidden.svg",
    ]);
    const shown = [...drawn[0]!.content.matchAll(/\]\((plots\/.*?)\)/g)].map(([, path]) => path);
    expect(shown).toEqual(drawn.slice(1).map(({ path }) => path));
    const bare = reportFiles(resultsOf(experimentOf(), () => ({ divergedEpoch: 1 })));
    expect(bare.map(({ path }) => path)).toEqual(["summary.md"]);
  });

  it("names no path of the machine", () => {
    for (const { content } of reportFiles(mixedResults())) expect(content).not.toContain("/home/");
  });
});
