import { describe, expect, test } from "vitest";
import { dataPath } from "../../../src/data/data-path.ts";
import type { DatasetError } from "../../../src/data/dataset-error.ts";
import { refuseTooLarge } from "../../../src/data/table/prepare-table.ts";
import type { ColumnKind } from "../../../src/data/table/reading/column-kinds.ts";
import { mostValues } from "../../../src/data/table/reading/memory-limit.ts";
import { missingWordsOf } from "../../../src/data/table/reading/missing-words.ts";
import { readTable } from "../../../src/data/table/reading/read-table.ts";
import { POINT } from "../../../src/data/table/reading/table-format.ts";
import type { TableOptions } from "../../../src/data/table/table-options.ts";
import { faultsOf, prepared, TABLES, tableOf } from "./read-text.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

const MANY = Array.from({ length: 12 }, (_, i) => `${i},${i % 2 === 0 ? "a" : "b"}`).join("\n");

/** A table, what is wrong with it, and the options it is read with. */
const BAD: readonly [string, readonly RegExp[], Partial<TableOptions>?][] = [
  ["", [/^1:1 .*first line must contain the names of the columns \(got no line\)/]],
  ["x,y\n", [/^path .*training part must have at least one row \(got 0 to train/]],
  ["1,2\n3,4\n", [/^1:1 .*first line must contain the names of the columns \(got numbers\)/]],
  ["x,x,,y,y\n1,2,3,a,b\n", [/^1:3 .*a second "x"/, /^1:8 .*a second "y"/]],
  ["x,y\n1,a\n2\n3,b,c\n", [/^3:1 .*must have 2 cells.*\(got 1\)/, /^4:3 .*must have 2 cells.*\(got 3\)/]],
  ["x,y\n1,a\n1e400,b\nabc,a\n2,b\n", [/^3:1 .*numbers below 1.8e308 \(got "1e400", the first of 2\)/]],
  ['x,y\n1,a\nabc,a\n2\n3,b\n4,"b"c\n5,a\n', [/^3:1 .*"abc"/, /^4:1 .*2 cells/, /^6:6 .*in quotes must end/]],
  ["x,y\n1,a\n,b\n,a\n2,b\n", [/^3:1 Column "x" has no value here, the first of 2/]],
  ["x,y\n1,a\n2,\n3,b\n4,a\n", [/^3:3 Column "y" has no value here$/], { missing: "mean" }],
  [
    `x,y\n${MANY}\n13,c\n`,
    [/^14:4 Class "c" .* in the training part \(got a single one, here/],
    { split: "ordered" },
  ],
  [
    `x,y\n${MANY}\n13,c\n14,c\n`,
    [/^target .*each class in the training part \(got none of "c"\)/],
    { split: "ordered" },
  ],
  [
    `x,y\n${"abcdefghijkl".replaceAll(/./g, (letter) => `1,${letter}\n`)}`,
    [/^target .*several examples of each class \(got one example of 12 of 12 classes\)/],
  ],
  ["x,y\n1,a\n2,a\n3,a\n", [/^target .*must have at least 2 classes \(got 1\)/]],
  ["x,y\n1,a\n2,b\n3,a\n4,b\n", [/^target Unknown column "z" in target/], { target: "z" }],
  ["x,y\n1,a\n2,b\n3,a\n4,b\n", [/^ignore .*"q"/, /^group .*"r"/], { ignore: ["q"], group: "r" }],
  ["x,y\n1,a\n2,b\n", [/^ignore The options leave no column to learn from/], { ignore: ["x"] }],
  [
    `x,y\n${MANY}\n`,
    [/^validationShare The shares leave no rows for training/],
    { validationShare: 0.5, testShare: 0.5 },
  ],
  [`x,y\n${MANY}\n`, [/^fold fold must be at most folds, which is 2 \(got 3\)/], { folds: 2, fold: 3 }],
  [`x,y\n${MANY}\n`, [/^testShare The test part must have at least one row/], { testShare: 0 }],
  [
    "x,p,y\n1,train,a\n2,test,b\n3,hold,a\n",
    [/^4:3 Column "p" must contain train, validation or test \(got "hold"\)/],
    { splitColumn: "p" },
  ],
  [
    "x,p,y\n1,train,a\n2,constructor,b\n3,test,a\n",
    [/^3:3 .*must contain train, validation or test \(got "constructor"\)/],
    { splitColumn: "p" },
  ],
  [
    "x,z,y\n1,,a\n2,,b\n3,,a\n4,,b\n5,,a\n6,,b\n",
    [/^path Column "z" has no value in the training part/],
    { missing: "mean" },
  ],
  [
    "x,y\n1e308,a\n-1e308,b\n1e308,a\n-1e308,b\n1e308,b\n",
    [/^scaling The numbers of column "x" are too large to be scaled/],
  ],
];

test.each(BAD)("%j is refused, each fault at its place", (text, faults, options = {}) => {
  const found = faultsOf(text, options);
  expect(found).toHaveLength(faults.length);
  faults.forEach((fault, i) => expect(found[i]).toMatch(fault));
});

test("a column of texts that are all different is an id, and refused; a few may differ by chance", () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, i) => `name ${i},${i % 5},${i % 2 ? "a" : "b"}`).join("\n");
  expect(faultsOf(`name,x,y\n${rows(40)}\n`)).toEqual([
    'path Column "name" has a category of its own in every row, as an id has',
  ]);
  expect(faultsOf(`name,x,y\n${rows(20)}\n`)).toEqual([]);
  expect(faultsOf(`name,x,y\n${rows(40)}\n`, { ignore: ["name"] })).toEqual([]);
  expect(faultsOf(`name,x,y\n${rows(40)}\n`, { rare: 2 })).toEqual([]);
});

test("no more than twenty rows that do not fit are told, and of each column one value", () => {
  const lines = Array.from({ length: 100 }, (_, i) => (i < 60 ? `${i},a` : `x${i},b,c`));
  expect(faultsOf(`x,y\n${lines.join("\n")}\n`)).toHaveLength(20);
  const texts = lines.map((line) => line.replace(",b,c", ",b"));
  expect(faultsOf(`x,y\n${texts.join("\n")}\n`)).toEqual([
    expect.stringMatching(
      /^62:1 .*must have numbers, like most of its values \(got "x60", the first of 40\)$/,
    ),
  ]);
});

test("a column may have at most 65,535 categories, and 1,000 inputs", () => {
  const rows = (count: number, names = count): string =>
    Array.from({ length: count }, (_, i) => `k${i % names},${i % 2},${i}`).join("\n");
  const found = faultsOf(`name,y,x\n${rows(66_000)}\n`, { categories: ["y"] });
  expect(found[0]).toMatch(/^65537:1 .*at most 65535 categories/);
  expect(faultsOf(`name,y,x\n${rows(3000, 1500)}\n`, { categories: ["y"] })).toEqual([
    expect.stringMatching(/^path Column "name" must have at most 1000 categories \(got 1\d{3}\)$/),
  ]);
});

describe("a table that is too large", () => {
  const PLAIN = { unnamed: [], writings: [], isFound: false, missing: missingWordsOf({}) };
  const NUMBERS = ["x", "y"].map((): ColumnKind => "number");
  const read = (text: string, most: number): readonly object[] => {
    const { path } = dataPath(tableOf(text), "path", "file", TABLES);
    const dialect = { delimiter: 0x2c, mark: POINT };
    try {
      readTable(
        { path, shown: "big.csv", system: nodeSystem },
        { kind: "csv", dialect, columns: ["x", "y"], cells: 2, headings: 1, ...PLAIN },
        NUMBERS,
        { most },
      );
      return [];
    } catch (error) {
      return (error as DatasetError).faults;
    }
  };

  test("is read up to the first row too many, and told at its line, below other faults", () => {
    const text = "x,y\n1,2\n3,z\n5,6\n";
    expect(read(text.replace("z", "4"), 6)).toEqual([]);
    expect(read(`${text}7,8\nnever read`, 6)).toMatchObject([
      { line: 3, column: 3 },
      {
        file: "big.csv",
        line: 5,
        message: "The table must have at most 6 values (got more from here on)",
        hint: "So many fit 0.0 GiB of memory: leave out rows, or name columns below ignore",
      },
    ]);
  });

  test("is refused for its inputs, one for each category, before they are made", () => {
    expect(() => refuseTooLarge(1e6, 1000, 1e9)).not.toThrow();
    expect(() => refuseTooLarge(1e6, 1001, 1e9)).toThrow(
      "at most 1000000000 inputs (got 1000000 rows of 1001)",
    );
  });

  test("may have as many values as memory and a data set have room for", () => {
    expect(mostValues(nodeSystem)).toBeGreaterThan(1e7);
    expect(mostValues(nodeSystem)).toBeLessThanOrEqual(2 ** 30);
  });
});

describe("tables that are odd, but no fault", () => {
  test.each([
    [
      "a byte-order mark, semicolons, decimal commas, lines of Windows",
      "\ufeffx;y\r\n1,5;a\r\n2,5;b\r\n3,5;a\r\n4;b\r\n",
    ],
    ["tabs, blank lines, spaces, no last line break", "x\ty\n\n 1.5\ta\n2.5\tb \n\n3.5\ta\n4\tb"],
    ["quotes around everything", '"x","y"\n"1.5","a"\n"2.5","b"\n"3.5","a"\n"4","b"\n'],
    ["pipes", "x|y\n1.5|a\n2.5|b\n3.5|a\n4|b\n"],
  ])("%s", (_, text) => {
    const { encoding, facts } = prepared(text, {
      split: "ordered",
      testShare: 0.25,
      validationShare: 0,
      scaling: "minmax",
    });
    expect(facts).toMatchObject({ features: 1, sizes: { train: 3, validation: 0, test: 1 } });
    expect(encoding.inputs).toEqual([{ kind: "number", column: "x", center: 1.5, scale: 2 }]);
    expect(encoding.target).toEqual({ kind: "classes", column: "y", classes: ["a", "b"] });
  });
});

describe("JSON lines", () => {
  const LINES = '{"x":1,"y":"a"}\n{"y":"b","x":2.5}\n\n{"x":null,"y":"a"}\n{"x":4,"y":true}\n{"y":"b"}\n';

  test("have numbers, texts, truths and gaps, keys in any order", () => {
    const { encoding } = prepared(LINES, {
      name: "jsonl",
      missing: "mean",
      split: "ordered",
      validationShare: 0,
    });
    expect(encoding.target).toMatchObject({ classes: ["a", "b", "true"] });
    expect(encoding.inputs).toMatchObject([{ column: "x", missing: 2.5 }]);
  });

  test.each([
    ["[1]\n", /^1:1 A line must be an object \(got a list\)/],
    ['{"x":1,"y":"a"}\n{"x":\n', /^2:1 Invalid JSON: /],
    ['{"x":1,"y":"a"}\n{"x":[2],"y":"b"}\n', /^2:2 A value must be a number, text, true, false or null/],
    ['{"x":1,"y":"a"}\n{"x":1e400,"y":"b"}\n', /^2:2 .*below 1.8e308/],
    ['{"x":1,"y":"a"}\n{"x":2,"y":"a"}\n{"x":"two","y":"b"}\n', /^3:2 .*must have numbers.*"two"/],
    ["\n\n", /^1:1 .*no line/],
  ])("%j are refused", (text, fault) => {
    expect(faultsOf(text, { name: "jsonl" })[0]).toMatch(fault);
  });
});
