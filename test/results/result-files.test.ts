import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { stringify } from "csv-stringify/sync";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/results/tables/csv.ts";
import { resultFiles } from "../../src/results/result-files.ts";
import type { Results } from "../../src/results/results.ts";
import { defaultOptions } from "../../src/fields/defaults.ts";
import { visibleText } from "../../src/text/visible-text.ts";
import { expectGolden } from "../support/expect-golden.ts";
import { experimentOf, resultsOf } from "./fixture.ts";
import { mixedResults } from "./mixed-results.ts";

const SCHEMA = new URL("../../schemas/summary.schema.json", import.meta.url);

function contentOf(results: Results, path: string): string {
  return resultFiles(results).find((file) => file.path === path)!.content;
}

describe("toCsv()", () => {
  it("is read back by another parser as it was, where it can be seen and is no formula", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }).map((text) => `a${visibleText(text)}`),
      fc.constantFrom("", '"', ",", "[30,30]", "-1", "+1e-7", "`|<script>", " x "),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.constant(null),
    );
    const rows = fc.array(fc.tuple(fc.constant("id"), cell, cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (rows) => {
        const back: string[][] = parse(toCsv([["a", "b", "c", "d"], ...rows]), { record_delimiter: "\n" });
        expect(back).toEqual([
          ["a", "b", "c", "d"],
          ...rows.map((row) => row.map((value) => String(value ?? ""))),
        ]);
      }),
      { seed: 1 },
    );
  });

  it("writes what another writer does of what can be seen and is no formula", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('"', ",", 'a,"b"', '""', "", " x "));
    const cell = fc.oneof(
      text.map((text) => `a${visibleText(text)}`),
      fc.double(),
      fc.integer(),
      fc.constant(null),
    );
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(rows, (rows) => {
        expect(toCsv(rows)).toBe(stringify(rows, { record_delimiter: "\n" }));
      }),
    );
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+1-1", "'+1-1"],
    ["-1x", "'-1x"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\uff1d1+1", "'\uff1d1+1"],
    ["a\tb\r\n\u202ec", "a b\ufffd\ufffd\ufffdc"],
    ["\t=1+1", " =1+1"],
  ])("makes %j harmless", (text, expected) => {
    expect(toCsv([[text]])).toBe(`${expected}\n`);
  });

  it("writes numbers that read back as the same number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(toCsv([[value]]))).toBe(value + 0);
      }),
      { seed: 1 },
    );
  });
});

describe("resultFiles()", () => {
  it.each(["trials.csv", "epochs.csv", "summary.json"])("writes the golden %s", (path) => {
    expectGolden(`mixed.${path}`, contentOf(mixedResults(), path));
  });

  it("ends a diverged trial with an empty row, and gives a failed one no row", () => {
    const rows: Record<string, string>[] = parse(contentOf(mixedResults(), "epochs.csv"), { columns: true });
    const epochs = (id: string): string[] =>
      rows.filter((row) => row["id"] === id).map((row) => row["epoch"]!);
    expect(epochs("c2r0")).toEqual(["0", "1", "2"]);
    expect(rows.findLast((row) => row["id"] === "c2r0")).toMatchObject({
      validationLoss: "",
      testAccuracy: "",
    });
    expect(epochs("c3r1")).toEqual([]);
  });

  it("names data sets, with the options that are not at their default", () => {
    const noisy = { ...defaultOptions("moons"), noise: 0.5 };
    const axes = [{ path: "dataset", values: [defaultOptions("moons"), noisy] }];
    const rows: Record<string, string>[] = parse(
      contentOf(
        resultsOf(experimentOf({ axes }), () => ({ accuracies: [1, 1] })),
        "trials.csv",
      ),
      { columns: true },
    );
    expect(rows.map((row) => row["dataset"])).toEqual(["moons", '{"name":"moons","noise":0.5}']);
  });

  it("leaves epochs.csv above 5 MB out of what is committed, and says so", () => {
    const accuracies = Array.from({ length: 60_000 }, (_, i) => i / 70_000);
    const base = { ...experimentOf().base, epochs: accuracies.length };
    const files = resultFiles(resultsOf(experimentOf({ base }), () => ({ accuracies })));
    expect(files.map(({ committed }) => committed)).toEqual([true, false, true]);
    expect(JSON.parse(files[2]!.content)).toMatchObject({ omitted: ["epochs.csv"] });
  });

  it("writes a summary.json that its schema describes, whatever became of the trials", () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(SCHEMA, "utf8")),
    );
    const courses = [{ accuracies: [1, 1] }, { divergedEpoch: 1 }, { status: "failed" }] as const;
    const samples = [mixedResults(), ...courses.map((course) => resultsOf(experimentOf(), () => course))];
    for (const results of samples) {
      const isValid = validate(JSON.parse(contentOf(results, "summary.json")));
      expect(validate.errors ?? []).toEqual([]);
      expect(isValid).toBe(true);
    }
  });
});
