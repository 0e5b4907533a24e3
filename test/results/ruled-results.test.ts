import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { reportPictures } from "../../src/report/pictures/report-pictures.ts";
import { summaryMarkdown } from "../../src/report/summary/summary-markdown.ts";
import { resultFiles } from "../../src/results/result-files.ts";
import { experimentOf } from "../support/train.ts";
import { resultsOf } from "./fixture.ts";

const SPEC = `dataset: moons
architecture: {hidden: [3]}
eta: [1, 2]
sweep:
  zip: {budget: {batchSize: [10, 20], epochs: [1, 2]}}
  variants: {plain: {}, deep: {architecture.hidden: [3, 3]}}
  exclude: [{variant: deep, eta: 2}]
  include: [{name: base, eta: 3, batchSize: 5, epochs: 1}]
`;

const results = resultsOf(experimentOf(SPEC), ({ index }) => ({ accuracies: [index / 10] }));
const files = new Map(resultFiles(results).map(({ path, content }) => [path, content]));

describe("tables of a sweep with rules", () => {
  it("have a column for the variant, each axis, each zip group and the names; empty cells where there is none", () => {
    const rows: Record<string, string>[] = parse(files.get("trials.csv")!, { columns: true });
    expect(rows.map(({ variant, eta, budget, name }) => [variant, eta, budget, name])).toEqual([
      ["plain", "1", '{"batchSize":10,"epochs":1}', ""],
      ["plain", "1", '{"batchSize":20,"epochs":2}', ""],
      ["plain", "2", '{"batchSize":10,"epochs":1}', ""],
      ["plain", "2", '{"batchSize":20,"epochs":2}', ""],
      ["deep", "1", '{"batchSize":10,"epochs":1}', ""],
      ["deep", "1", '{"batchSize":20,"epochs":2}', ""],
      ["", "3", '{"batchSize":5,"epochs":1}', "base"],
    ]);
  });

  it("make a summary that fits its schema and keeps the rules", () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../schemas/summary.schema.json", import.meta.url), "utf8"),
    ) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const summary = JSON.parse(files.get("summary.json")!) as { experiment: { sweep: object } };
    expect(validate(summary), JSON.stringify(validate.errors)).toBe(true);
    expect(summary.experiment.sweep).toMatchObject({ exclude: [{ variant: "deep", eta: 2 }] });
  });

  it("tell settings by what each has, and effects of all columns but names", () => {
    const markdown = summaryMarkdown(results, reportPictures(results));
    expect(markdown).toContain("**Best: eta = 3, batchSize = 5, epochs = 1, name = base**");
    expect(markdown).toMatch(/\| *batchSize = 20, epochs = 2 *\|/);
    expect(results.effects.map(({ path, values }) => [path, values.map(({ trials }) => trials)])).toEqual([
      ["variant", [4, 2]],
      ["eta", [4, 2, 1]],
      ["budget", [3, 3, 1]],
    ]);
  });
});
