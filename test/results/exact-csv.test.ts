import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactCsv } from "../../src/results/tables/csv.ts";

const FORMULA = /^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;

/** The rule as README says it: one apostrophe less, where apostrophes and then a formula begin. */
function exactText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom("'", "=", "-", "1", " ", "\t", "\n", "\r", '"', ",", "a"),
    maxLength: 6,
  }),
);

describe("exactCsv()", () => {
  it("writes text from which it can be had back, none of it a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant("id"), anyText), { minLength: 1, maxLength: 4 }), (rows) => {
        const cells: string[][] = parse(exactCsv(rows), { record_delimiter: "\n" });
        expect(cells.map((row) => row.map(exactText))).toEqual(rows);
        for (const [, cell] of cells) expect(/^\s*[=+\-@]/.test(cell!) && !NUMBER.test(cell!)).toBe(false);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("leaves numbers and other text alone", () => {
    expect(exactCsv([["-1", "1e-7", -0.5, "a=b", "'quoted'"]])).toBe("-1,1e-7,-0.5,a=b,'quoted'\n");
  });
});
