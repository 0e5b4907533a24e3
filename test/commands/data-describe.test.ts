import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_STRINGS } from "../security/hostile-strings.ts";
import { expectVisible } from "../security/expect-harmless.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gridient, type Ended } from "./run-in.ts";

interface Described {
  readonly rows: number;
  readonly columns: readonly Record<string, unknown>[];
  readonly suspicions: readonly { readonly column: string | null; readonly kind: string }[];
}

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "deep"));
});

async function describeTable(text: string, ...options: string[]): Promise<Ended> {
  await writeFile(join(cwd, "table.csv"), text);
  return gridient(cwd, ["data", "describe", "table.csv", ...options]);
}

async function describedAs(text: string, ...options: string[]): Promise<Described> {
  const { stdout, stderr } = await describeTable(text, "--json", ...options);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Described;
}

/** Returns a table of so many rows, each column by a function of the row's number. */
function table(count: number, columns: Readonly<Record<string, (row: number) => string | number>>): string {
  const rows = Array.from({ length: count }, (_, row) => Object.values(columns).map((of) => of(row)));
  return [Object.keys(columns), ...rows].map((cells) => cells.join(",")).join("\n");
}

describe("data describe", () => {
  it("tells types, gaps, ranges and histograms", async () => {
    const { rows, columns } = await describedAs("x,word,whole\n1.5,b,1\n,a,2\n2.5,b,4\n4,,2\n");
    expect(rows).toBe(4);
    expect(columns).toMatchObject([
      { name: "x", kind: "number", missing: 1, different: 3, isWhole: false, min: 1.5, median: 2.5, max: 4 },
      {
        name: "word",
        kind: "category",
        missing: 1,
        different: 2,
        top: [
          { value: "b", count: 2 },
          { value: "a", count: 1 },
        ],
      },
      {
        name: "whole",
        kind: "number",
        isWhole: true,
        mean: 2.25,
        histogram: [1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1],
      },
    ]);
  });

  it("finds ids, constants, gaps, leaks, small classes and repeated rows", async () => {
    const text = table(60, {
      id: (row) => row + 1,
      name: (row) => `n${row}`,
      always: () => "yes",
      empty: () => "",
      seldom: (row) => (row % 4 === 0 ? row % 8 : ""),
      price: (row) => ["low", "high", "middle"][row % 3]!,
      size: (row) => (row % 3) * 10 + (row % 7),
      fair: (row) => row % 7,
      y: (row) => (row === 59 ? "d" : "abc"[row % 3]!),
    });
    const { suspicions } = await describedAs(text, "--target", "y");
    expect(suspicions.map(({ column, kind }) => `${column} ${kind}`)).toEqual([
      "id id",
      "name id",
      "always constant",
      "empty empty",
      "seldom mostlyMissing",
      "y smallClass",
    ]);
    const leaking = text.replace(/,d$/, ",c");
    const leaks = (await describedAs(leaking, "--target", "y")).suspicions.filter(
      ({ kind }) => kind === "leak",
    );
    expect(leaks.map(({ column }) => column)).toEqual(["price", "size"]);
  });

  it("finds numbers that are the target's on another scale, numbered classes, repeated rows", async () => {
    const text = table(80, {
      celsius: (row) => row % 40,
      other: (row) => (row * 7) % 5,
      fahrenheit: (row) => 32 + 1.8 * (row % 40),
    });
    const kinds = (await describedAs(text, "--target", "fahrenheit")).suspicions;
    expect(kinds.map(({ column, kind }) => `${column} ${kind}`)).toEqual([
      "celsius leak",
      "null repeatedRows",
    ]);
    const classes = table(80, { x: (row) => row * 1.5, digit: (row) => row % 10 });
    expect((await describedAs(classes, "--target", "digit")).suspicions[0]).toMatchObject({
      kind: "numberedClasses",
    });
  });

  it("fits a line, names no number of its own for the file, and keeps hostile text visible", async () => {
    const hostile = Object.values(HOSTILE_STRINGS)
      .flat()
      .map((text) => `"${text.replaceAll('"', '""')}"`);
    const text = [
      `${[...new Set(hostile)].slice(0, 5).join(",")},y`,
      ...Array.from({ length: 4 }, (_, i) => `${hostile.slice(0, 5).join(",")},${i}`),
    ].join("\n");
    const { exitCode, stdout } = await describeTable(text);
    expect(exitCode).toBe(0);
    expectVisible(stdout);
  });

  it("tells what is wrong with the file at its lines: exit code 2, nothing on stdout", async () => {
    const { exitCode, stdout, stderr } = await describeTable("x,y\n1,a\n2\n");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("table.csv:3:1: error: A row must have 2 cells");
    expect(await describeTable("x,y\n1,a\n", "--target", "z")).toMatchObject({ exitCode: 2 });
    for (const [file, message] of [
      ["gone.csv", "error: File not found: gone.csv"],
      ["deep", 'error: Cannot read "deep": '],
    ] as const) {
      const { exitCode: code, stderr: said } = await gridient(cwd, ["data", "describe", file]);
      expect(code).toBe(2);
      expect(said).toContain(message);
    }
  });

  it("says how to learn from a folder of images, which is no table", async () => {
    await mkdir(join(cwd, "photos"));
    const { exitCode, stderr } = await gridient(cwd, ["data", "describe", "photos"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("init experiments/photos.yaml --dataset photos");
  });

  it("reads a table by the options that specs have", async () => {
    const text = "1.200;0,5;31.12.2024;-\n3.400;1,5;01.01.2025;7\n// no row\n";
    const { rows, columns, suspicions } = await describedAs(
      text,
      ..."--no-header --names price,share,day,left --delimiter semicolon --decimal comma".split(" "),
      ..."--thousands price --dates day --missing-words - --comment //".split(" "),
    );
    expect(rows).toBe(2);
    expect(Object.fromEntries(columns.map(({ name, ...facts }) => [name, facts]))).toMatchObject({
      price: { kind: "number", min: 1200, max: 3400 },
      share: { min: 0.5, max: 1.5 },
      left: { missing: 1, max: 7 },
      "day year": { min: 2024, max: 2025 },
    });
    expect(suspicions).toMatchObject([{ column: "left", kind: "constant" }]);
    const { stderr, exitCode } = await describeTable(text, "--thousands", "prize");
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Unknown column "prize" in thousands');
  });
});
