import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ColumnEncoding } from "../../../src/data/table/encoding.ts";
import type { MissingRule, TableOptions } from "../../../src/data/table/table-options.ts";
import { prepared } from "./read-text.ts";

/** What scikit-learn makes of one column. */
interface Figures {
  readonly standard: { readonly center: number; readonly scale: number };
  readonly minmax: { readonly center: number; readonly scale: number };
  readonly missing: Readonly<Record<string, number>>;
}

const VECTORS = new URL("../../vectors/tables/", import.meta.url);
const TABLE = readFileSync(new URL("table.csv", VECTORS), "utf8");
const EXPECTED = JSON.parse(readFileSync(new URL("encodings.json", VECTORS), "utf8")) as {
  numbers: Readonly<Record<string, Figures>>;
  target: Figures["standard"];
  categories: string[];
  infrequent: string[];
  mostFrequent: string;
};
const IN_ORDER = { split: "ordered", missing: "mean" } as const;

function inputsOf(options: Partial<TableOptions>): Map<string, ColumnEncoding> {
  const { encoding } = prepared(TABLE, { ...IN_ORDER, ...options });
  return new Map(encoding.inputs.map((input) => [input.column, input]));
}

function expectNear(found: unknown, wanted: number): void {
  expect(Math.abs((found as number) - wanted)).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted)));
}

test.each(Object.keys(EXPECTED.numbers))(
  "numbers of %s are scaled and filled as scikit-learn does",
  (name) => {
    const { standard, minmax, missing } = EXPECTED.numbers[name]!;
    for (const [scaling, figures] of Object.entries({ standard, minmax })) {
      const found = inputsOf({ scaling: scaling as "standard" }).get(name) as ColumnEncoding & {
        kind: "number";
      };
      expectNear(found.center, figures.center);
      expectNear(found.scale, figures.scale);
    }
    for (const [rule, figure] of Object.entries(missing)) {
      expectNear(inputsOf({ missing: rule as MissingRule }).get(name)?.missing, figure);
    }
  },
);

test("categories are sorted, rare ones grouped, missing ones filled, as scikit-learn does", () => {
  const { categories, infrequent, mostFrequent } = EXPECTED;
  const colour = { kind: "category", column: "colour" };
  expect(inputsOf({}).get("colour")).toEqual({ ...colour, categories, missing: mostFrequent });
  const frequent = categories.filter((category) => !infrequent.includes(category));
  const grouped = { categories: [...frequent, "other"].sort(), missing: mostFrequent, other: "other" };
  expect(inputsOf({ rare: 8 }).get("colour")).toEqual({ ...colour, ...grouped });
});

test("numbers to predict are standardised with figures of the training part", () => {
  const { target } = prepared(TABLE, IN_ORDER).encoding;
  expect(target.kind).toBe("numbers");
  if (target.kind !== "numbers") return;
  expectNear(target.columns[0]!.center, EXPECTED.target.center);
  expectNear(target.columns[0]!.scale, EXPECTED.target.scale);
});

test("figures are those of the training part alone", () => {
  const rows = (last: string): string => `x,y\n${"1,a\n2,b\n3,a\n4,b\n".repeat(3)}${last}\n`;
  const encodingOf = (last: string): unknown => prepared(rows(last), { split: "ordered" }).encoding.inputs;
  expect(encodingOf("1000,a")).toEqual(encodingOf("5,b"));
});
