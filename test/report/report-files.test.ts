import { describe, expect, it } from "vitest";
import { reportFiles } from "../../src/report/report-files.ts";
import { experimentOf, resultsOf } from "../results/fixture.ts";
import { mixedResults } from "../results/mixed-results.ts";

describe("reportFiles()", () => {
  it("holds exactly the pictures that the summary shows", async () => {
    const drawn = await reportFiles(mixedResults());
    expect(drawn.map(({ path }) => path)).toEqual(["summary.md", "plots/learning-curves.svg"]);
    expect(drawn[0]!.content).toContain("(plots/learning-curves.svg)");
    const bare = await reportFiles(resultsOf(experimentOf(), () => ({ divergedEpoch: 1 })));
    expect(bare.map(({ path }) => path)).toEqual(["summary.md"]);
  });

  it("names no path of the machine", async () => {
    for (const { content } of await reportFiles(mixedResults())) expect(content).not.toContain("/home/");
  });
});
