import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { init, type InitFlags } from "../../src/commands/authoring/init.ts";
import type { Io } from "../../src/commands/console/io.ts";
import { describeTable } from "../../src/data/table/describe/describe-table.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { gridient } from "../commands/run-in.ts";
import { faultsOf, prepared, recipeOf, tableOf } from "../data/table/read-text.ts";
import { nodeSystem } from "../../src/files/node-system.ts";

function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

/** Returns what `data describe` finds odd about a case: column, kind and message. */
function oddIn(file: string, target: string): string[] {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { suspicions } = describeTable({ path, shown: file, system: nodeSystem }, { kind: "csv" }, target);
  return suspicions
    .filter(({ kind }) => kind !== "repeatedRows")
    .map(({ column, kind, message }) => `${column} ${kind} ${message}`);
}

/** Writes a first experiment on a case, which tries it. Returns the exit code, what is said and what is written. */
async function initOn(
  file: string,
  flags: InitFlags = {},
): Promise<{ code: number; said: string; dataset: Record<string, unknown>; output: unknown }> {
  const said: string[] = [];
  const output = { write: (text: string) => said.push(text) };
  const io: Io = { stdout: output, stderr: output, env: {}, now: () => 0, onInterrupt: () => () => {} };
  const folder = mkdtempSync(join(tmpdir(), "gridient-case-"));
  const copy = join(folder, "t.csv");
  writeFileSync(copy, textOf(file));
  const code = await init(
    join(folder, "i.yaml"),
    { dataset: copy, hidden: "4", sweep: "epochs", ...flags },
    io,
  );
  const written =
    code === 0
      ? (parse(readFileSync(join(folder, "i.yaml"), "utf8")) as Record<string, Record<string, unknown>>)
      : {};
  return {
    code,
    said: said.join(""),
    dataset: written["dataset"] ?? {},
    output: written["architecture"]?.["output"],
  };
}

describe("data describe names what is odd about the case", () => {
  test.each<[string, string, RegExp[]]>([
    ["data-as-header/flowers.csv", "lily", [/^null numbersAsNames .*3\.8, 3\.4, lily.*header: false/]],
    ["decimal-flips/eu.csv", "y", [/^umsatz thousands .*thousands: \[umsatz\]/]],
    [
      "leak-of-a-numeric-target/t.csv",
      "survived",
      [/^alive leak determines survived by itself/, /^survived numberedClasses .*categories: \[survived\]/],
    ],
    [
      "missing-words/none.csv",
      "y",
      [/^a mixed 106 numbers, 14 texts, the first at line 2: "None".*missingWords: \["None"\]/],
    ],
    ["missing-words/sentinel.csv", "y", [/^a farValue -999, .* occurs 14 times/]],
    ["mostly-numbers/ship.csv", "y", [/^ticket mixed 45 numbers, 15 texts, the first at line 2: "A\/0"/]],
    [
      "number-formats/price.csv",
      "price",
      [/^price writtenNumbers numbers in another writing .*thousands: \[price\]/],
    ],
    ["number-formats/income.csv", "y", [/^income writtenNumbers .*thousands: \[income\]/]],
    ["number-formats/percent.csv", "y", [/^rate writtenNumbers .*units: \[rate\]/]],
    ["numeric-id/t.csv", "y", [/^customer id every row has a value of its own/]],
    ["init-does-not-run/days.csv", "temp", [/^day dates .*dates: \[day\]/]],
    ["unnamed-column/pandas.csv", "y", [/^column 1 unnamed has no name/]],
    ["unnamed-column/r.csv", "y", [/^column 1 unnamed/]],
    ["unnamed-column/excel.csv", "y", [/^column 4 unnamed/]],
  ])("%s", (file, target, wanted) => {
    const found = oddIn(file, target);
    for (const pattern of wanted) expect(found).toContainEqual(expect.stringMatching(pattern));
  });
});

describe("init writes an experiment that runs, and says what it took", () => {
  test.each<[string, InitFlags, Record<string, unknown>, string, RegExp]>([
    [
      "data-as-header/flowers.csv",
      {},
      { header: false, target: "column 3" },
      "softmax",
      /first row is an example/,
    ],
    ["init-does-not-run/names.csv", {}, { ignore: ["name"] }, "softmax", /Left out.*: name/],
    ["init-does-not-run/gaps.csv", {}, { dropWithout: ["y"] }, "softmax", /Rows left out.*: y/],
    ["init-does-not-run/days.csv", {}, { dates: ["day"] }, "identity", /dates: year, month/],
    ["mostly-numbers/ship.csv", {}, { ignore: ["ticket"] }, "softmax", /ticket/],
    ["number-formats/price.csv", {}, { thousands: ["price"] }, "identity", /thousands: price/],
    ["number-formats/percent.csv", {}, { units: ["rate"] }, "softmax", /unit: rate/],
    [
      "target-01-regression/t.csv",
      {},
      { categories: ["y"] },
      "softmax",
      /two whole numbers, treated as classes/,
    ],
    ["target-01-regression/t.csv", { numbers: true }, { target: "y" }, "identity", /written/],
    ["missing-words/none.csv", {}, { missingWords: ["None"], missing: "median" }, "softmax", /None/],
    ["numeric-id/t.csv", {}, { ignore: ["customer"] }, "softmax", /customer/],
  ])("%s %j", async (file, flags, dataset, output, said) => {
    const made = await initOn(file, flags);
    expect(made).toMatchObject({ code: 0, dataset, output });
    expect(made.said).toMatch(said);
  });
});

test("classes.yaml is told that 0 and 1 may be classes", () => {
  const file = fileURLToPath(new URL("target-01-regression/classes.yaml", import.meta.url));
  const { problems } = readExperiment(readFileSync(file, "utf8"), file, { limit: 10 });
  expect(problems.length).toBeGreaterThan(0);
  for (const { hint } of problems)
    expect(hint).toBe("If y holds classes, write categories: [y] below dataset");
});

test.each([
  "classWeights: balanced",
  "labelSmoothing: 0.1\nloss: binaryCrossEntropy",
  "earlyStopping: {metric: validationAccuracy, patience: 2}",
  "target: {metric: testAccuracy, value: 0.9}",
  "schedule: {name: plateau, metric: validationAccuracy}",
  "objective: {metric: validationAccuracy}",
  "metrics: [f1]",
  "expect: [{metric: testAccuracy, atLeast: 0.5}]",
])("whoever speaks of classes is told that 0 and 1 may be some: %s", (lines) => {
  const file = fileURLToPath(new URL("target-01-regression/own.yaml", import.meta.url));
  const text = `dataset: {name: csv, path: t.csv, target: y}\narchitecture: {hidden: [3], output: identity}\neta: 1\nepochs: 3\n${lines.includes("loss") ? "" : "loss: mse\n"}${lines}\n`;
  const { problems } = readExperiment(text, file, { limit: 10 });
  const hints = problems.map(({ hint }) => hint);
  expect(hints).toContain("If y holds classes, write categories: [y] below dataset");
});

test("a decimal comma in single columns is read, and is another version of the data", () => {
  const text = textOf("decimal-flips/eu.csv");
  const { open } = prepared(text);
  const first = open.table.columns.slice(0, 3).map(({ values }) => values.at(0));
  expect(first).toEqual([-1.22, 0.38, 1]);
  expect(recipeOf(tableOf(text))).toMatchObject({ version: 3 });
  const grouped = prepared(text, { thousands: ["umsatz"] }).open.table.columns[2]!;
  expect([grouped.values.at(0), grouped.values.at(1)]).toEqual([1000, 1007]);
});

test("words for missing values can be added and taken away", () => {
  const sentinel = textOf("missing-words/sentinel.csv");
  const options = { missing: "mean", missingWords: [-999] as unknown as string[] } as const;
  expect(prepared(sentinel, options).open.table.columns[0]!.values.missing).toBe(14);
  const keep = prepared(textOf("missing-words/keep.csv"), { presentWords: ["NA"] });
  expect(keep.encoding.inputs[0]).toMatchObject({ kind: "category", categories: ["Grvl", "NA", "Pave"] });
  expect(faultsOf(textOf("missing-words/none.csv"))).toEqual([
    expect.stringMatching(
      /^2:1 .*must have numbers, like most of its values \(got "None", the first of 14\)$/,
    ),
  ]);
});

test("sweep and plan tell what is odd about the data, too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gridient-case-"));
  writeFileSync(join(folder, "t.csv"), textOf("leak-of-a-numeric-target/t.csv"));
  const spec =
    "dataset: {name: csv, path: t.csv, target: survived, categories: [survived]}\narchitecture: {hidden: [], output: softmax}\nloss: crossEntropy\neta: 0.1\nepochs: 1\n";
  writeFileSync(join(folder, "s.yaml"), spec);
  const leak = "Data: alive: determines survived by itself: is it known before survived is?";
  const { stdout: planned } = await gridient(folder, ["plan", "s.yaml"]);
  expect(planned).toContain(leak.slice(0, 60));
  const { stderr } = await gridient(folder, ["sweep", "s.yaml"]);
  expect(stderr).toContain(`note: ${leak}`);
  expect(readFileSync(join(folder, "results/s/summary.md"), "utf8")).toContain(
    "determines survived by itself",
  );
});

test("data that was read without options before keeps its recipe", () => {
  const { version } = recipeOf(tableOf(textOf("numeric-id/t.csv"))) as { version: number };
  expect(version).toBe(1);
});
