/**
 * Cases that once went wrong between training and predicting, each a folder with a README.
 * @module
 */
import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { decodeModel } from "../../src/model/files/decode-model.ts";
import { loadModel, type Classifier, type Row } from "../../src/predict.ts";
import { gridient, type Ended } from "../commands/run-in.ts";
import { runOnnx } from "../model/onnx/run-onnx.ts";
import { temporaryFolder } from "../support/folders.ts";

/** Copies a case into a folder of its own and trains its experiment. */
async function train(name: string, spec: string): Promise<string> {
  const cwd = await temporaryFolder();
  await cp(fileURLToPath(new URL(`${name}/`, import.meta.url)), cwd, { recursive: true });
  await run(cwd, "sweep", spec);
  return cwd;
}

async function run(cwd: string, ...args: string[]): Promise<Ended> {
  const ended = await gridient(cwd, args);
  expect(ended).toMatchObject({ exitCode: 0 });
  return ended;
}

const table = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe("predict-unknown-category", () => {
  it("knows true and 1 by their meaning, and reports what stays unknown", async () => {
    const cwd = await train("predict-unknown-category", "t.yaml");
    await run(cwd, "export-model", "t.yaml", "--out", "t.json");
    const { stdout, stderr } = await run(cwd, "predict", "t.json", "rows.jsonl");
    const [first, second] = table(stdout);
    expect(second).toEqual(first);
    expect(stderr.match(/^rows\.jsonl:3:.*$/gm)).toEqual([
      'rows.jsonl:3:2: warning: 1 value of "member" did not occur in training, the first here: "yes"',
      'rows.jsonl:3:19: warning: 1 value of "size" did not occur in training, the first here: "huge"',
    ]);
    const model = loadModel(await readFile(join(cwd, "t.json"))) as Classifier;
    expect(model.predict({ member: true, size: 1 })).toEqual(model.predict({ member: "True", size: "1.0" }));
    const unknown = [
      { column: "member", value: "yes" },
      { column: "size", value: "huge" },
    ];
    const nonsense = { member: "yes", size: "huge" };
    expect(model.predict(nonsense).unknown).toEqual(unknown);
    expect(() => model.predict(nonsense, { unknown: "error" })).toThrow(
      '"member" must be a known category (got "yes")\n"size" must be a known category (got "huge")',
    );
  });
});

describe("predict-dialect", () => {
  it("reads the file that the model was trained on, and others as options say", async () => {
    const cwd = await train("predict-dialect", "head.yaml");
    await run(cwd, "export-model", "head.yaml", "--out", "head.json");
    const { stdout } = await run(cwd, "predict", "head.json", "head.csv");
    const model = loadModel(await readFile(join(cwd, "head.json"))) as Classifier;
    const text = await readFile(join(cwd, "head.csv"), "utf8");
    const rows: Record<string, string>[] = parse(text, { columns: true, delimiter: ";" });
    expect(table(stdout).map(({ y }) => y)).toEqual(rows.map((row) => model.predict(row).label));
    const other = text.replaceAll(".", ",").replaceAll(";", "|").replace(/^.*\n/, "");
    await writeFile(join(cwd, "other.csv"), other);
    const options = ["--decimal", "comma", "--no-header", "--names", '"length, width, in mm",b,y'];
    const answers = await run(cwd, "predict", "head.json", "other.csv", ...options, "--delimiter", "pipe");
    expect(answers.stdout).toBe(stdout);
  });
});

describe("onnx-missing-words", () => {
  it("answers alike in JSON and in onnxruntime, whatever stands for a missing value", async () => {
    const cwd = await train("onnx-missing-words", "t.yaml");
    for (const file of ["t.json", "t.onnx"]) await run(cwd, "export-model", "t.yaml", "--out", file);
    const { stdout } = await run(cwd, "predict", "t.json", "t.csv");
    const model = decodeModel(await readFile(join(cwd, "t.json")));
    const rows = table(await readFile(join(cwd, "t.csv"), "utf8"));
    const labels = table(stdout).map(({ y }) => y);
    const answers = async (rows: Row[]) =>
      (await runOnnx(await readFile(join(cwd, "t.onnx")), model, rows)).labels;
    expect(await answers(rows)).toEqual(labels);
    for (const word of ["", "n/a", "N/a", "NaN", "NULL", "Null", "?"]) {
      const same = rows.map((row) => ({ ...row, alley: row["alley"] === "NA" ? word : row["alley"] }));
      expect(await answers(same)).toEqual(labels);
    }
  });
});

describe("exif-orientation", () => {
  it("learns and answers photos as they are seen, however the camera was held", async () => {
    const cwd = await train("exif-orientation", "photos.yaml");
    const trials = table(await readFile(join(cwd, "results/photos/trials.csv"), "utf8"));
    expect(trials.map(({ testAccuracy }) => testAccuracy)).toEqual(["1", "1", "1"]);
    await run(cwd, "export-model", "photos.yaml", "--out", "photos.json");
    await writeFile(join(cwd, "photos", "readme.txt"), "up and down");
    const { stdout, stderr } = await run(cwd, "predict", "photos.json", "photos");
    expect(stderr).toBe(`warning: 1 file is neither PNG nor JPEG: ${join("photos", "readme.txt")}`);
    const answers = table(stdout);
    expect(answers).toHaveLength(24);
    for (const answer of answers) expect(answer["class"]).toBe(basename(dirname(answer["file"]!)));
    const photo = answers[7]!["file"]!;
    expect(table((await run(cwd, "predict", "photos.json", photo)).stdout)).toEqual([answers[7]]);
    await writeFile(join(cwd, "photos", "half.jpg"), (await readFile(join(cwd, photo))).subarray(0, 300));
    const broken = await gridient(cwd, ["predict", "photos.json", "photos"]);
    expect(broken).toMatchObject({ exitCode: 2, stdout: "" });
    expect(broken.stderr).toContain(`${join("photos", "half.jpg")} must be a whole PNG or JPEG: `);
  });
});
