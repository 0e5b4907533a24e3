import { expect, it } from "vitest";
import { plainTable } from "../../src/report/terminal/plain-table.ts";

interface Written {
  readonly goals: Readonly<Record<string, number>>;
  readonly parts: Readonly<Record<string, string>>;
}
const url = new URL("results-text.mjs", import.meta.url).href;
const { readResults, resultsText } = (await import(url)) as {
  readonly readResults: (text: string) => Written;
  readonly resultsText: (goals: string, order: string[], sections: Written["parts"]) => string;
};

it("RESULTS.md keeps what other runs have measured, and what none has", () => {
  const rows = [
    ["goal", "measured", "at least", "reach for", ""],
    ["a grid of 12, against one", "1.5e-7 x", "2 x", "3 x", "missed"],
    ["overhead of a trial", "-0.41 ms", "3 ms", "1 ms", "reached"],
    ["opening a page, 100 trials", "", "1 s", "0.5 s", "not measured"],
  ];
  const goals = plainTable(rows, ["left", "right", "right", "right", "left"]);
  const parts = { fleet: "a line\n\nanother", tables: "more" };
  const { goals: values, parts: sections } = readResults(resultsText(goals, ["tables", "fleet"], parts));
  expect(values).toEqual({ "a grid of 12, against one": 1.5e-7, "overhead of a trial": -0.41 });
  expect(sections).toEqual(parts);
});
