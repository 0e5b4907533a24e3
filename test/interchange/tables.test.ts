import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { typedColumn } from "../../src/interchange/typed-column.ts";
import { parquetBytes } from "../../src/interchange/parquet.ts";
import { typedCsv } from "../../src/interchange/typed-csv.ts";
import { committedMetrics, committedRows, exported } from "./exported.ts";

type Row = Record<string, string | number | bigint | boolean | null>;

async function parquetRows(bytes: Uint8Array): Promise<{ types: Record<string, unknown>; rows: Row[] }> {
  const file = new Uint8Array(bytes).buffer;
  const [, ...schema] = parquetMetadata(file).schema;
  const types = schema.map(({ name, type, converted_type: meant }) => [name, meant ?? type]);
  return { types: Object.fromEntries(types), rows: (await parquetReadObjects({ file })) as Row[] };
}

/** A cell as CSV files of results have it. */
function cellText(value: Row[string] | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

describe.each([
  ["trials", ["lr", "flowers", "descent-optimizers", "program-awk", "overfitting"]],
  ["epochs", ["lr", "flowers", "program-awk"]],
] as const)("an export of %s", (table, names) => {
  it.each(names)("has the values of %s, each column with its type, in both formats", async (name) => {
    const read = async (format: string) =>
      readFileSync(await exported(name, `own.${format}`, "--rows", table));
    const { types, rows } = await parquetRows(await read("parquet"));
    const committed = committedRows(name, table);
    const shared = Object.keys(committed[0]!);
    const picked = rows.map((row) =>
      Object.fromEntries(shared.map((column) => [column, cellText(row[column])])),
    );
    expect(picked).toEqual(committed);
    const lines = parse<Record<string, string>>(await read("csv"), { columns: true });
    expect(lines).toEqual(
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cellText(value)])),
      ),
    );
    expect(rows.map((row) => row["experiment"])).toEqual(committed.map(() => name));
    expect(types).toMatchObject({ trial: "INT64", id: "UTF8", replicate: "INT64" });
    for (const metric of committedMetrics(name)) expect(types[metric]).toBe("DOUBLE");
    expect(types[table === "epochs" ? "epoch" : "bestEpoch"]).toBe("INT64");
  });
});

describe("a table with all types", () => {
  const columns = [
    typedColumn("number", [1, null, 0.1, -0]),
    typedColumn("yes", [true, false, null, true]),
    typedColumn("text", ['a "b", c', "ü\n", null, ""]),
    typedColumn("mixed", ["full", 10, null, [1, 2]]),
    typedColumn("empty", [null, null, null, null]),
    { name: "whole", type: "integer" as const, values: [0, 2 ** 40, null, 7] },
  ];

  it("keeps every value in Parquet", async () => {
    const { types, rows } = await parquetRows(parquetBytes(columns));
    expect(types).toEqual({
      number: "DOUBLE",
      yes: "BOOLEAN",
      text: "UTF8",
      mixed: "UTF8",
      empty: "UTF8",
      whole: "INT64",
    });
    const missing = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? null]));
    expect(rows.map(missing)).toEqual([
      { number: 1, yes: true, text: 'a "b", c', mixed: "full", empty: null, whole: 0n },
      { number: null, yes: false, text: "ü\n", mixed: "10", empty: null, whole: 2n ** 40n },
      { number: 0.1, yes: null, text: null, mixed: null, empty: null, whole: null },
      { number: -0, yes: true, text: "", mixed: "[1,2]", empty: null, whole: 7n },
    ]);
  });

  it("writes numbers in full and booleans as words in CSV", () => {
    expect([...typedCsv(columns)].join("").split("\n")[1]).toBe('1,true,"a ""b"", c",full,,0');
  });
});
