import { localMeans } from "../../src/pipeline/local-means.ts";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { encode } from "fast-png";
import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { encodeModel } from "../../src/model/encode-model.ts";
import { decodeModel } from "../../src/model/files/decode-model.ts";
import type { InputEncoding, Model } from "../../src/model/model.ts";
import { predictorOf } from "../../src/model/predictor.ts";
import { exportModel } from "../../src/pipeline/models/export-model.ts";
import type { Row } from "../../src/predict.ts";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { RecordStore } from "../../src/store/record-store.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";
import { runOnnx } from "./onnx/run-onnx.ts";
import { findPinned } from "../../src/downloads/find-files.ts";

const FLOWERS = "name: csv, path: data/flowers.csv, missing: median";
const IMAGES = "name: images, path: data/images, testShare: 0.5, validationShare: 0";
const IDX = "name: idx, labels: data/labels, testLabels: data/labels";
const NUMBERS = "output: identity}, loss: mse, metrics: [r2]";

const EVERY_DATASET: { data: string; numbers?: boolean; inputs: Partial<InputEncoding> }[] = [
  { data: "xor", inputs: { kind: "numbers", count: 2 } },
  { data: "{name: moons, samples: 60}", inputs: { kind: "numbers", count: 2 } },
  { data: "{name: spirals, samples: 60}", inputs: { kind: "numbers", count: 2 } },
  { data: "{name: blobs, samples: 60}", inputs: { kind: "numbers", count: 2 } },
  { data: "line", numbers: true, inputs: { kind: "numbers", count: 1 } },
  { data: "sine", numbers: true, inputs: { kind: "numbers", count: 1 } },
  { data: "point", numbers: true, inputs: { kind: "numbers", count: 1 } },
  {
    data: "{name: digits, train: 50, validation: 0, test: 20}",
    inputs: { kind: "pixels", height: 28, width: 28, channels: 1 },
  },
  { data: `{${FLOWERS}, target: species, ignore: [flower, garden, weight]}`, inputs: { kind: "columns" } },
  {
    data: `{${FLOWERS}, target: weight, ignore: [flower, garden, species]}`,
    numbers: true,
    inputs: { kind: "columns" },
  },
  {
    data: `{${FLOWERS}, targets: [weight, petalLength], ignore: [flower, garden]}`,
    numbers: true,
    inputs: { kind: "columns" },
  },
  {
    data: `{${IMAGES}, height: 4, width: 5, channels: grey}`,
    inputs: { kind: "pixels", height: 4, width: 5, channels: 1 },
  },
  {
    data: `{${IMAGES}, height: 4, width: 5, channels: colour}`,
    inputs: { kind: "pixels", height: 4, width: 5, channels: 3 },
  },
  {
    data: `{${IMAGES}, height: 5, width: 1, channels: colour}`,
    inputs: { kind: "pixels", height: 5, width: 1, channels: 3 },
  },
  {
    data: `{${IMAGES}, height: 5, width: 1, channels: grey}`,
    inputs: { kind: "pixels", height: 5, width: 1, channels: 1 },
  },
  {
    data: `{${IDX}, path: data/list, testInputs: data/list}`,
    inputs: { kind: "pixels", height: 1, width: 6, channels: 1 },
  },
  {
    data: `{${IDX}, path: data/grey, testInputs: data/grey}`,
    inputs: { kind: "pixels", height: 2, width: 3, channels: 1 },
  },
  {
    data: `{${IDX}, path: data/colour, testInputs: data/colour}`,
    inputs: { kind: "pixels", height: 2, width: 3, channels: 3 },
  },
];

if (process.env["GRIDIENT_DATA_DIR"])
  EVERY_DATASET.push({
    data: "{name: mnist, train: 200, validation: 0, test: 50}",
    inputs: { kind: "pixels", height: 28, width: 28, channels: 1 },
  });

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, "data"));
  await cp("experiments/data/flowers.csv", join(folder, "data/flowers.csv"));
  for (const [c, name] of ["dots", "lines"].entries()) {
    await mkdir(join(folder, "data/images", name), { recursive: true });
    for (let i = 0; i < 6; i++) await writeFile(join(folder, `data/images/${name}/${i}.png`), png(c, i));
  }
  const shapes = { labels: [], list: [6], grey: [2, 3], colour: [2, 3, 3] };
  for (const [name, shape] of Object.entries(shapes))
    await writeFile(join(folder, "data", name), idxFile([12, ...shape]));
});

function png(seed: number, i: number): Uint8Array {
  const data = Uint8Array.from({ length: 8 * 8 * 3 }, (_, k) => (k * (7 + seed) + i * 31) % 256);
  return encode({ width: 8, height: 8, data, channels: 3, depth: 8 });
}

/** Returns an IDX file of bytes; without a shape that of labels. */
function idxFile(sizes: readonly number[]): Uint8Array {
  const header = new DataView(new ArrayBuffer(4 + 4 * sizes.length));
  header.setUint32(0, 0x800 + sizes.length);
  sizes.forEach((size, i) => header.setUint32(4 + 4 * i, size));
  const count = sizes.reduce((product, size) => product * size, 1);
  const isLabels = sizes.length === 1;
  const values = Uint8Array.from({ length: count }, (_, i) => (isLabels ? i % 3 : (i * i * 37) % 256));
  return Buffer.concat([new Uint8Array(header.buffer), values]);
}

/** Returns what a user would hand in of an example: a row of the file, numbers, or bytes. */
async function rawRows(data: Dataset): Promise<Row[]> {
  const { features, inputs, parts } = data;
  if (!data.encoding)
    return Array.from(parts.test, (row) => inputs.slice(row * features, (row + 1) * features));
  const text = await readFile(join(folder, "data/flowers.csv"), "utf8");
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return Array.from(parts.test, (row) => rows[row]!);
}

/** Returns the share of right labels of answers, or the share of the variance that they explain, over all outputs. */
function scoreOf(answers: readonly ArrayLike<number>[], data: Dataset): number {
  const rows = [...data.parts.test];
  if (data.labels) {
    const right = rows.filter((row, i) => largest(answers[i]!) === data.labels[row]);
    return right.length / rows.length;
  }
  const { count } = data.target;
  const { targets } = data;
  const shares = Array.from({ length: count }, (_, k) => {
    const column = data.encoding?.target.kind === "numbers" ? data.encoding.target.columns[k] : undefined;
    const { center, scale } = column ?? { center: 0, scale: 1 };
    const wanted = rows.map((row) => targets[row * count + k]! * scale + center);
    const mean = wanted.reduce((sum, value) => sum + value, 0) / rows.length;
    const sum = (of: (value: number, i: number) => number): number =>
      wanted.reduce((total, value, i) => total + of(value, i) ** 2, 0);
    const total = sum((value) => value - mean);
    const missed = sum((value, i) => value - answers[i]![k]!);
    return total === 0 ? +(missed === 0) : 1 - missed / total;
  });
  return shares.reduce((sum, share) => sum + share, 0) / count;
}

function largest(values: ArrayLike<number>): number {
  const list = Array.from(values);
  return list.indexOf(Math.max(...list));
}

function answersOf(model: Model, rows: readonly Row[]): number[][] {
  const predictor = predictorOf(model);
  return rows.map((row) => {
    const answer = predictor.predict(row);
    return Array.from("scores" in answer ? answer.scores : answer.values);
  });
}

describe("a model of every data set", () => {
  it.each(EVERY_DATASET)(
    "$data: every file of it reaches the score of its record",
    async ({ data, numbers, inputs }) => {
      const options = numbers ? NUMBERS : "output: softmax}, loss: crossEntropy";
      const yaml = `{dataset: ${data}, architecture: {hidden: [4], ${options}, eta: 0.05, epochs: 3}`;
      const experiment = experimentOf(yaml, join(folder, "test.yaml"));
      const [trial] = planTrials(experiment).trials;
      const cacheDir = join(folder, "cache");
      const load = { dataDir: process.env["GRIDIENT_DATA_DIR"], cacheDir, findPinned };
      const storeDir = join(folder, "store");
      const model = await exportModel(experiment, {
        ...localMeans({ storeDir, load, inline: true }, (file, reason) => expect.fail(`${file}: ${reason}`)),
        choose: () => trial!,
      });
      expect(model!.inputs).toMatchObject(inputs);
      const { record } = (await new RecordStore(storeDir).read(trial!.id))!;
      const recorded = record.metrics[numbers ? "testR2" : "testAccuracy"]!.at(-1)!;
      const set = await loadDataset(asNetwork(trial!.configuration).dataset, {
        ...load,
        folder: experiment.sweep.folder,
      });
      const rows = await rawRows(set);
      const answers = answersOf(model!, rows);
      expect(scoreOf(answers, set)).toBeCloseTo(recorded, 5);
      for (const format of ["json", "safetensors"] as const)
        expect(answersOf(decodeModel(encodeModel(model!, format)), rows)).toEqual(answers);
      const { values } = await runOnnx(encodeModel(model!, "onnx"), model!, rows);
      const width = set.target.count;
      const found = rows.map((_, i) => Array.from(values.slice(i * width, (i + 1) * width)));
      found.flat().forEach((value, i) => expect(value).toBeCloseTo(answers.flat()[i]!, 4));
    },
  );
});
