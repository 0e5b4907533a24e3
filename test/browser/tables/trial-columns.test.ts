import { describe, expect, it } from "vitest";
import { trialColumns } from "../../../src/browser/tables/trial-columns.ts";
import type { PageData, PageTrial } from "../../../src/report/page/page-data.ts";

/** As much of a page as its columns depend on. */
function pageOf(trials: readonly Partial<PageTrial>[]): PageData {
  const page = {
    objective: { metric: "testLoss" },
    metrics: ["testLoss"],
    configurations: [],
    columns: [],
    trials,
  };
  return page as unknown as PageData;
}

describe("trialColumns()", () => {
  it("has a fold where trials have one, and only there", () => {
    const keysOf = (page: PageData): string[] => trialColumns(page).map(({ key }) => key);
    const folded = pageOf([{ index: 0, fold: 2, replicate: 1 }]);
    expect(keysOf(folded)).toContain("fold");
    expect(keysOf(pageOf([{ index: 0, replicate: 1 }]))).not.toContain("fold");
    const column = trialColumns(folded).find(({ key }) => key === "fold")!;
    expect(column.textOf(folded.trials[0]!)).toBe("2");
  });
});
