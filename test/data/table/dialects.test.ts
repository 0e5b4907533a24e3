import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonArrayReader } from "../../../src/data/table/reading/json/json-array-reader.ts";
import { whatIs } from "../../../src/data/table/reading/what-is.ts";
import { prepareTable } from "../../../src/data/table/prepare-table.ts";
import type { TableOptions } from "../../../src/data/table/table-options.ts";
import { faultsOf, prepared, recipeOf, TABLES, tableOf } from "./read-text.ts";

/** Returns the names of a table's columns, and its first row, as texts. */
function readAs(text: string | Uint8Array, options: Partial<TableOptions> = {}): unknown {
  const { table, roles, format } = prepareTable(tableOf(text, { ...SMALL, ...options }), TABLES).open;
  const first = table.columns.map((column) =>
    column.kind === "number" ? column.values.at(0) : column.values.words[column.values.at(0) - 1],
  );
  const inputs = roles.inputs.map((place) => format.columns[place]);
  return { names: table.names, rows: table.rows, first, inputs };
}

const SMALL = { validationShare: 0, testShare: 0.25 } as const;
const ROWS = [
  [1.5, 2, "a"],
  [2.5, 3, "b"],
  [3.5, 4, "a"],
  [4.5, 5, "b"],
] as const;
const READ = { names: ["u", "v", "y"], rows: 4, first: [1.5, 2, "a"], inputs: ["u", "v"] };

function written(delimiter: string, { head = "", names = ["u", "v", "y"], end = "" } = {}): string {
  return head + [names, ...ROWS].map((row) => row.join(delimiter) + end).join("\n");
}

describe("a table is read as it is meant", () => {
  test.each<[string, string | Uint8Array, Partial<TableOptions>?]>([
    ["blanks between cells", written("   ")],
    ["blanks around rows, of Windows", `  ${written(" \t ", { end: "  \r" })}\r\n`],
    ["blanks that are asked for", written("  "), { delimiter: "space" }],
    ["Excel's line that names the delimiter", written(";", { head: "sep=;\r\n" })],
    [
      "comments at the top, one with as many cells",
      written(",", { head: "# by hand, mm, mm\n#\n\n# 2024\n" }),
    ],
    ["a comment of as many cells alone", written(",", { head: "# logger,mm,mm\n" })],
    ["lines that begin with a word of one's own", `%% a\n${written(",")}\n%% end, of, it`, { comment: "%%" }],
    ["gzip", gzipSync(written(","))],
    ["other names", written(",", { names: ["1", "2", "z"] }), { names: ["u", "v", "y"] }],
    ["no names", written(",").replace("u,v,y\n", ""), { header: false, names: ["u", "v", "y"] }],
    ["a name with blanks at its ends in the options", written(","), { target: " y " }],
  ])("%s", (_, text, options) => expect(readAs(text, options)).toEqual(READ));

  test("a row of names may begin with # itself", () => {
    expect(readAs(written(",", { names: ["#u", "v", "y"] }))).toMatchObject({
      names: ["#u", "v", "y"],
      rows: 4,
    });
  });

  test("columns without a name are passed over: of pandas, R and Excel", () => {
    const numbered = (first: string): string =>
      [`${first}u,v,y`, ...ROWS.map((row, i) => [i, ...row].join(","))].join("\n");
    for (const first of ["", ","]) {
      const { names, inputs } = readAs(numbered(first)) as { names: string[]; inputs: string[] };
      expect({ names, inputs }).toEqual({ names: ["column 1", "u", "v", "y"], inputs: ["u", "v"] });
    }
    expect(readAs(written(",", { end: "," }))).toMatchObject({
      names: ["u", "v", "y", "column 4"],
      inputs: ["u", "v"],
    });
  });

  test("without names the columns have numbers", () => {
    const text = written(",").replace("u,v,y\n", "");
    expect(readAs(text, { header: false, target: "column 3" })).toMatchObject({
      rows: 4,
      names: ["column 1", "column 2", "column 3"],
      first: [1.5, 2, "a"],
    });
  });

  test("a JSON array, on one line or on many", () => {
    const objects = ROWS.map(([u, v, y]) => ({ u, v, y }));
    for (const indent of [0, 2])
      expect(readAs(JSON.stringify(objects, null, indent), { name: "jsonl" })).toEqual(READ);
  });
});

describe("a table that cannot be read says why", () => {
  test.each<[string, string, RegExp, Partial<TableOptions>?]>([
    ["too few names", written(","), /^names .*each column once, 3 in all \(got 2\)/, { names: ["u", "y"] }],
    ["a name twice", written(","), /^names .*\(got "y" twice\)/, { names: ["u", "y", "y"] }],
    ["JSON", '[{"u": 1, "y": 2}]', /^1:1 The file must be CSV \(got JSON\)/],
    [
      "an array that is not closed",
      '[{"u":1,"y":"a"},\n{"u":2,"y":"b"}',
      /The array is not closed by \]/,
      { name: "jsonl" },
    ],
    [
      "a value that is a list",
      '[{"u":1,"y":"a"},\n {"u":[2],"y":"b"}]',
      /^2:3 A value must be a number, text, true, false or null/,
      { name: "jsonl" },
    ],
    [
      "a number that is none, far down",
      '[\n  {\n    "u": 1,\n    "y": "a"\n  },\n  {\n    "u": "x",\n    "y": "b"\n  }, {"u":3,"y":"a"}, {"u":3,"y":"b"}]',
      /^7:5 .*"x"/,
      { name: "jsonl" },
    ],
  ])("%s", (_, text, fault, options) => expect(faultsOf(text, options)[0]).toMatch(fault));

  test.each([
    ["an Excel workbook", "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml"],
    ["a zip archive", "PK\x03\x04\x14\x00t.csv"],
    ["a Parquet file", "PAR1\x15\x04"],
    ["a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"],
    ["a web page", "\n<!DOCTYPE html>\n<html>"],
    ["UTF-16 text", "\xff\xfea\x00,\x00"],
    ["UTF-16 text", Buffer.from("a,y\n1,2\n3,4\n", "utf16le").toString("latin1")],
    ["UTF-16 text", Buffer.from("a,y\n1,2\n3,4\n", "utf16le").swap16().toString("latin1")],
  ])("%s", (what, start) => {
    const bytes = Buffer.from(start, "latin1");
    expect(faultsOf(bytes)).toEqual([expect.stringContaining(`must be a table of text (got ${what}`)]);
    expect(whatIs(bytes)?.hint).toMatch(/^[A-Z]/);
  });

  test("no table of text is taken for something else", () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z ,;#\d]{0,40}$/), (text) => !whatIs(Buffer.from(text))));
  });
});

test("options at their defaults leave the recipe as it was before there were any", () => {
  const recipe = recipeOf(tableOf(written(","), SMALL));
  expect(Object.keys(recipe)).not.toEqual(expect.arrayContaining(["header"]));
  expect(recipe).toMatchObject({ delimiter: "auto", decimal: "auto", version: 1 });
  expect(recipeOf(tableOf(written(","), { ...SMALL, comment: "!" }))).toMatchObject({ comment: "!" });
});

test("a JSON array is read as JSON.parse reads it, whatever the pieces", () => {
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const objects = fc.array(fc.record({ a: value, "b[,": value }), { maxLength: 5 });
  const law = fc.property(
    objects,
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom(0, 1),
    (wanted, size, indent) => {
      const bytes = Buffer.from(JSON.stringify(wanted, null, indent));
      const found: unknown[] = [];
      const reader = new JsonArrayReader(undefined, (_, object) => found.push({ ...object }));
      for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
      reader.end();
      expect(found).toEqual(JSON.parse(bytes.toString()));
    },
  );
  fc.assert(law, { numRuns: 300 });
});

test.each(["comment", "sep", "space"])("the case text-tables/%s.csv has its three columns", (name) => {
  const text = readFileSync(new URL(`../../cases/text-tables/${name}.csv`, import.meta.url), "utf8");
  expect(prepared(text).open.table).toMatchObject({ names: ["a", "b", "y"], rows: 120 });
});

test.each(["pandas", "r", "excel"])(
  "the case unnamed-column/%s.csv learns from its named columns",
  (name) => {
    const text = readFileSync(new URL(`../../cases/unnamed-column/${name}.csv`, import.meta.url), "utf8");
    expect(prepared(text).encoding.inputs.map(({ column }) => column)).toEqual(["a", "b"]);
  },
);

test("columns may be named without quotes that are none to CSV, and without blanks at their ends", () => {
  const text = "'u' `v` y\n1 2 a\n2 1 b\n3 2 a\n4 5 b\n";
  const { open, encoding } = prepared(text, {
    ...SMALL,
    delimiter: "space",
    ignore: ["v"],
    categories: [" u"],
  });
  expect(open.table.names).toEqual(["'u'", "`v`", "y"]);
  expect(encoding.inputs).toMatchObject([{ kind: "category", column: "'u'" }]);
});
