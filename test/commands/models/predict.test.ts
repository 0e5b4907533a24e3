import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeJsonModel } from "../../../src/model/files/json-model.ts";
import type { Model } from "../../../src/model/model.ts";
import { predictFile } from "../../../src/pipeline/models/predict-file.ts";
import { loadModel, type Classifier } from "../../../src/predict.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

const MODEL: Model = {
  inputs: {
    kind: "columns",
    columns: [
      { kind: "number", column: "bill, mm", center: 40, scale: 5, missing: 42 },
      { kind: "category", column: "island", categories: ["Biscoe", "Dream"] },
    ],
  },
  target: { kind: "classes", column: "species", classes: ["=1+1", "Gentoo"] },
  layers: [
    {
      fanIn: 3,
      units: 2,
      activation: "softmax",
      weights: Float32Array.of(1, 0, 2, -1, 1, 0),
      biases: Float32Array.of(0, 0),
    },
  ],
  origin: { experiment: "e", trialId: "ab", epoch: 1, dataDigest: "cd", trainerVersion: 1 },
  card: "",
};
const ROWS = [
  { "bill, mm": 45, island: "Dream" },
  { "bill, mm": 35.5, island: "Biscoe" },
  { "bill, mm": null, island: "Torgersen" },
];
const UNKNOWN =
  /^rows\.(csv:5:4|jsonl:3:18): warning: 1 value of "island" did not occur in training, the first here: "Torgersen"$/m;
const MOONS =
  "dataset: {name: moons, samples: 60}\narchitecture: {hidden: [4]}\neta: 1\nepochs: 3\nreplicates: 2\n";

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await file("model.json", encodeJsonModel(MODEL));
  await file("rows.csv", '"bill, mm",extra,island\n45,x,Dream\n35.5,,Biscoe\nNA,"a\nb",Torgersen\n');
  await file("rows.jsonl", ROWS.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await file("moons.yaml", MOONS);
  await gridient(cwd, ["sweep", "moons.yaml"]);
});

const file = (name: string, text: string): Promise<void> => writeFile(join(cwd, name), text);
const predict = (...args: string[]) => gridient(cwd, ["predict", ...args]);

describe("gridient predict", () => {
  it.each(["rows.csv", "rows.jsonl"])("answers every row of %s as the module does", async (data) => {
    const { exitCode, stdout, stderr } = await predict("model.json", data);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(UNKNOWN);
    const [headings, ...answers] = parse(stdout);
    expect(headings).toEqual(["species", "probability:=1+1", "probability:Gentoo"]);
    const model = loadModel(encodeJsonModel(MODEL)) as Classifier;
    const expected = ROWS.map((row) => model.predict(row));
    expect(answers.map(([label]) => label)).toEqual(["'=1+1", "Gentoo", "'=1+1"]);
    expect(answers.map(([, ...scores]) => Float32Array.from(scores, Number))).toEqual(
      expected.map(({ scores }) => scores),
    );
  });

  it("writes a file with --out, the same bytes, and prints nothing", async () => {
    const { stdout } = await predict("model.json", "rows.csv");
    expect(await predict("model.json", "rows.csv", "--out", "answers.csv")).toMatchObject({ stdout: "" });
    expect(String(await readFile(join(cwd, "answers.csv")))).toBe(`${stdout}\n`);
  });

  it("answers a file of several pieces row by row, a piece at a time", async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `${i % 90},${"Dream,".repeat(5)}${i % 2 ? "Biscoe" : "Dream"}`,
    );
    await file("long.csv", `"bill, mm",a,b,c,d,e,island\n${rows.join("\n")}\n`);
    const path = join(cwd, "long.csv");
    const pieces = [...predictFile(MODEL, { path, shown: path, system: nodeSystem })];
    expect(pieces.length).toBeGreaterThan(2);
    const answers = pieces.flat();
    expect(answers).toHaveLength(60_001);
    expect(answers[50_001]).toEqual(answers[50_001 - 180]);
  });

  it("counts unknown categories by column, and answers nothing with --strict", async () => {
    await file("odd.csv", '"bill, mm",island\n1,Torgersen\n2,Dream\n3,Bird\n');
    const { stderr } = await predict("model.json", "odd.csv", "--reporter", "json");
    expect(stderr).toMatch(/^odd\.csv:2:3: warning: 2 values of "island" did not occur in training/);
    expect(stderr).toContain("Known: Biscoe; Dream.");
    const strict = await predict("model.json", "odd.csv", "--strict");
    expect(strict).toMatchObject({ exitCode: 2, stdout: "" });
    expect(strict.stderr.match(/^odd\.csv:.*$/gm)).toEqual([
      'odd.csv:2:3: error: "island" must be a known category (got "Torgersen")',
      'odd.csv:4:3: error: "island" must be a known category (got "Bird")',
    ]);
  });

  it("takes a trial of an experiment for a model, or the best one", async () => {
    await file("dots.csv", "x,y\n0.5,0.25\n-1,2\n");
    const byNumber = await predict("moons.yaml", "1", "dots.csv");
    expect(byNumber).toMatchObject({ exitCode: 0 });
    await gridient(cwd, ["export-model", "moons.yaml", "1", "--out", "moons.safetensors"]);
    expect(await predict("moons.safetensors", "dots.csv")).toEqual(byNumber);
    const best = await predict("moons.yaml", "dots.csv");
    expect(best.stdout.split("\n")[0]).toBe("class,score:0,score:1");
  });

  it("tells values that it cannot use at their places, all of them, and writes nothing", async () => {
    await file("bad.csv", 'island,"bill, mm"\nDream,long\n,40\nDream\n');
    const before = await readdir(cwd);
    const { exitCode, stdout, stderr } = await predict("model.json", "bad.csv", "--out", "none.csv");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.match(/^bad\.csv:\d+:\d+: error: .*$/gm)).toEqual([
      'bad.csv:2:7: error: "bill, mm" must be a number (got "long")',
      'bad.csv:3:1: error: "island" must be given (it is missing)',
      "bad.csv:4:1: error: The row must have 2 cells, one for each column (got 1)",
    ]);
    expect(await readdir(cwd)).toEqual(before);
  });

  it.each([
    [
      "a column that is missing",
      "island,bill mm\nDream,3\n",
      /^data\.csv:1:1: .* column "bill, mm".*\nhint: Rename "bill mm"/,
    ],
    ["a quote that is open", 'island,"bill, mm"\n"Dream,3\n', /^data\.csv:2:1: /],
    ["no line at all", "", /^data\.csv:1:1: /],
  ])("tells of %s", async (_, text, message) => {
    await file("data.csv", text);
    const { exitCode, stderr } = await predict("model.json", "data.csv");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });

  it.each([
    ["a data file that is not there", ["model.json", "nowhere.csv"], "The data must be a regular file"],
    ["a folder for data", ["model.json", "."], "The model answers rows of a table, not images"],
    ["a model that is not there", ["nowhere.json", "rows.csv"], "error: File not found: nowhere.json"],
    ["a file that is no model", ["rows.csv", "rows.csv"], "rows.csv: Cannot read the model: not JSON"],
    ["a trial beside a model's file", ["model.json", "0", "rows.csv"], "Name one data file"],
    ["other numbers of columns than a list has", ["moons.yaml", "0", "rows.csv"], "must have 2 columns"],
  ])("refuses %s with exit code 2", async (_, args, message) => {
    const { exitCode, stdout, stderr } = await predict(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
