import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { encode } from "fast-png";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

const IMAGE = encode({ width: 2, height: 2, data: new Uint8Array(4), channels: 1 });
const OTHERS: readonly (readonly [file: string, content: string | Uint8Array, what: string, hint: string])[] =
  [
    ["my.csv", "a,b\n1,2\n", "a table", "init experiments/NAME.yaml --dataset my.csv"],
    ["my table.txt", "a b\n1 2\n", "a table", "init experiments/NAME.yaml --dataset 'my table.txt'"],
    ["rows.json", '[{"a":1}]', "a table", "init experiments/NAME.yaml --dataset rows.json"],
    ["train-images-idx3-ubyte", "\0\0\x08\x03", "an IDX file", "--dataset train-images-idx3-ubyte"],
    ["model.json", '{"format":"gridient-model"}', "a trained network", "predict model.json data.csv"],
    ["model.onnx", "x", "a trained network", "predict model.onnx data.csv"],
    ["photo.png", IMAGE, "an image", "a folder for each class"],
    ["book.xlsx", "PK\x03\x04 [Content_Types].xml", "an Excel workbook", "Save it as CSV"],
    ["train.py", "import torch\n", "a program", "init experiments/NAME.yaml"],
  ];

test.each(OTHERS)("%s is no experiment, and is told as what it is", async (file, content, what, hint) => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, file), content);
  for (const command of ["sweep", "plan", "validate"]) {
    const { exitCode, stderr } = await gridient(cwd, [command, file]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${file}:1:1: error: This is ${what}, not an experiment\n`);
    expect(stderr).toContain(hint);
  }
});

test.each([
  ["im", "--dataset im"],
  ["im/cat", "a folder for each class"],
])("%s is a folder of images", async (folder, hint) => {
  const cwd = await temporaryFolder();
  for (const file of ["im/cat/1.png", "im/dog/1.png"]) {
    await mkdir(join(cwd, dirname(file)), { recursive: true });
    await writeFile(join(cwd, file), IMAGE);
  }
  const { exitCode, stderr } = await gridient(cwd, ["sweep", folder]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${folder}:1:1: error: This is a folder of images, not an experiment\n`);
  expect(stderr).toContain(hint);
});

test("a spec may have any name, and be JSON", async () => {
  const cwd = await temporaryFolder();
  for (const file of ["spec.json", "spec.txt", "spec"]) {
    await writeFile(
      join(cwd, file),
      '{"dataset": "xor", "architecture": {"hidden": []}, "eta": 1, "epochs": 1, "batchSize": 1}',
    );
    expect(await gridient(cwd, ["validate", file])).toMatchObject({ exitCode: 0 });
  }
});
