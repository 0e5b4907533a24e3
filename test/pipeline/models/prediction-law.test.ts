/**
 * The law of predictions: for whatever can be trained on, the answers to the raw test rows give the scores of the record,
 * from every format of model files.
 * @module
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import type { Dataset } from "../../../src/data/dataset.ts";
import type { DataFolder, DatasetOptions } from "../../../src/data/source.ts";
import { prepareTable } from "../../../src/data/table/prepare-table.ts";
import type { TableOptions } from "../../../src/data/table/table-options.ts";
import { inputsOf, targetOf, modelLayers } from "../../../src/model/describe-data.ts";
import { dateNumber } from "../../../src/data/table/reading/writing/date-writing.ts";
import { sourceColumn } from "../../../src/model/inputs/encode-columns.ts";
import { encodeModel } from "../../../src/model/encode-model.ts";
import { decodeModel } from "../../../src/model/files/decode-model.ts";
import type { Model } from "../../../src/model/model.ts";
import { predictImages } from "../../../src/pipeline/models/predict-images.ts";
import { predictFile } from "../../../src/pipeline/models/predict-file.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { asNetwork } from "../../../src/configuration/kind-of.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { runOnnx, type OnnxAnswers } from "../../model/onnx/run-onnx.ts";
import { IS_LONG } from "../../support/long-form.ts";
import { NO_FILES } from "../../support/no-files.ts";
import { trainOne } from "../../support/train.ts";
import { anyImages, type RandomImages } from "./random-images.ts";
import { anyTable, fileOf, plain, textOf, type Cell, type RandomTable } from "./random-tables.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

const RUNS = { seed: 16, numRuns: IS_LONG ? 400 : 12, endOnFailure: true };
const MOST_MS = IS_LONG ? 1_800_000 : 120_000;
/** A float32 more or less in a sum of a few. */
const TOLERANCE = 1e-4;

/** What a trial's record says of its test part. */
interface Scores {
  readonly testLoss: number;
  readonly testAccuracy: number | undefined;
}

interface Trained {
  readonly model: Model;
  readonly options: DatasetOptions;
  readonly folder: DataFolder;
  readonly data: Dataset;
  readonly scores: Scores;
}

/** Trains a network on a data set; undefined where its options do not fit the data, which is refused before. */
async function train(dataset: object, folder: string, isClasses: boolean): Promise<Trained | undefined> {
  const learning = isClasses
    ? { architecture: { hidden: [3], output: "softmax" }, loss: "crossEntropy" }
    : { architecture: { hidden: [3], output: "identity" }, loss: "mse" };
  const spec = { dataset, ...learning, eta: 0.1, batchSize: "full", epochs: 2, run: { keep: "last" } };
  const { experiment } = readExperiment(JSON.stringify(spec), join(folder, "law.yaml"), { limit: 1 });
  if (!experiment) return undefined;
  const trial = planTrials(experiment).trials[0]!;
  const { record, models } = await trainOne(trial, experiment);
  const configuration = asNetwork(trial.configuration);
  const data = await loadDataset(configuration.dataset, { ...NO_FILES, folder: experiment.sweep.folder });
  const model: Model = {
    inputs: inputsOf(data),
    target: targetOf(data),
    layers: modelLayers(configuration, data, models.at(-1)!.tensors),
    origin: { experiment: "law", trialId: "ab", epoch: 2, dataDigest: "cd", trainerVersion: 1 },
    card: "",
  };
  const last = (metric: string): number => record.metrics[metric]!.at(-1)!;
  const scores = { testLoss: last("testLoss"), testAccuracy: isClasses ? last("testAccuracy") : undefined };
  return { model, options: configuration.dataset, folder: experiment.sweep.folder, data, scores };
}

/** Answers of a model of classes: a label and scores each; of numbers the values. */
interface Answers {
  readonly labels: readonly string[];
  readonly values: readonly (readonly number[])[];
}

/** Returns the scores of answers: those that training would have measured. */
function scoresOf(
  { labels, values }: Answers,
  truth: readonly (readonly string[])[],
  { target }: Model,
): Scores {
  const mean = (figures: readonly number[]): number =>
    figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  if (target.kind === "classes") {
    const losses = values.map((scores, i) => -Math.log(scores[target.classes.indexOf(truth[i]![0]!)]!));
    return {
      testLoss: mean(losses),
      testAccuracy: mean(labels.map((label, i) => Number(label === truth[i]![0]))),
    };
  }
  const squares = values.flatMap((row, i) =>
    row.map((value, k) => ((value - Number(truth[i]![k])) / target.columns[k]!.scale) ** 2),
  );
  return { testLoss: mean(squares), testAccuracy: undefined };
}

function expectClose(found: Scores, { testLoss, testAccuracy }: Scores): void {
  expect(found.testAccuracy).toBe(testAccuracy);
  expect(Math.abs(found.testLoss - testLoss)).toBeLessThan(TOLERANCE * Math.max(1, Math.abs(testLoss)));
}

describe("the answers to the raw test rows", () => {
  it(
    "have the scores of the record for tables in any dialect, in JSON, safetensors and ONNX",
    async () => {
      let [trained, dated] = [0, 0];
      await fc.assert(
        fc.asyncProperty(anyTable, async (table) => {
          if (!(await holds(table))) return;
          trained++;
          if (JSON.stringify(table.options["dates"]) !== "[]") dated++;
        }),
        RUNS,
      );
      expect(trained).toBeGreaterThan(RUNS.numRuns / 2);
      expect(dated).toBeGreaterThan(0);
    },
    MOST_MS,
  );

  it(
    "have the scores of the record for images of any kind and size",
    async () => {
      await fc.assert(fc.asyncProperty(anyImages, holdsForImages), { ...RUNS, numRuns: RUNS.numRuns / 4 });
    },
    MOST_MS,
  );
});

/** Holds a folder of images to the law. An ONNX file is given pixels that are brought to its shape before. */
async function holdsForImages({ options, classes }: RandomImages): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gridient-law-"));
  const files = Object.entries(classes).flatMap(([label, images]) => {
    mkdirSync(join(folder, "images", label), { recursive: true });
    return images.map((bytes, i) => {
      const path = join(folder, "images", label, String(i));
      writeFileSync(path, bytes);
      return { path, label };
    });
  });
  const trained = await train({ name: "images", path: "images", ...options }, folder, true);
  const { model, data, scores } = trained!;
  const tested = Array.from(data.parts.test, (place) => files[place]!);
  const truth = tested.map(({ label }) => [label]);
  for (const format of ["json", "safetensors"] as const) {
    const loaded = decodeModel(encodeModel(model, format));
    const rows = tested.flatMap(({ path }) => predictImages(loaded, path).rows.slice(1));
    const answers = cellsAsAnswers(
      rows.map(([, ...cells]) => cells),
      model,
    );
    expectClose(scoresOf(answers, truth, model), scores);
  }
  const { features, inputs } = data;
  const pixels = Array.from(data.parts.test, (place) =>
    inputs.subarray(place * features, (place + 1) * features),
  );
  const found = await runOnnx(encodeModel(model, "onnx"), model, pixels);
  expectClose(scoresOf(valuesAsAnswers(found, tested.length), truth, model), scores);
}

/** Holds a table to the law; returns whether it could be trained on. */
async function holds(table: RandomTable): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "gridient-law-"));
  const data = `data.${table.kind}`;
  writeFileSync(join(folder, data), fileOf(table, table.rows));
  const dataset = { name: table.kind, path: data, ...table.options };
  const trained = await train(dataset, folder, isOfClasses(table));
  if (!trained) return false;
  const { model, options, scores } = trained;
  const { rows, parts } = prepareTable(options as TableOptions, trained.folder);
  const tested = Array.from(parts.test, (place) => table.rows[rows[place]!]!);
  const truth = tested.map((row) => valuesOf(row, table));
  const isTold = (name: string): boolean => table.targets.includes(name) || name === "part";
  // Alone, a column without a value would be a blank line, which is no row.
  const isAlone = table.names.filter((name) => !isTold(name)).length === 1;
  const isKept = (name: string): boolean =>
    table.hasTargets || isAlone || !isTold(name) || (name === "part" && !table.style.hasHeader);
  const path = join(folder, `rows.${table.kind}`);
  writeFileSync(path, fileOf(table, tested, isKept));
  for (const format of ["json", "safetensors"] as const) {
    const answers = [
      ...predictFile(decodeModel(encodeModel(model, format)), { path, shown: path, system: nodeSystem }),
    ]
      .flat()
      .slice(1);
    expectClose(scoresOf(cellsAsAnswers(answers, model), truth, model), scores);
  }
  const inputs = tested.map((row) => onnxRow(row, table, model));
  const found = await runOnnx(encodeModel(model, "onnx"), model, inputs);
  expectClose(scoresOf(valuesAsAnswers(found, tested.length), truth, model), scores);
  return true;
}

function isOfClasses({ options }: RandomTable): boolean {
  return "target" in options && !("numbers" in options);
}

/** Returns what a row has in some columns: the words of classes, numbers as JavaScript writes them. */
function valuesOf(row: readonly Cell[], table: RandomTable): string[] {
  const { kind, style, names, targets } = table;
  return targets.map((name) => {
    const cell = row[names.indexOf(name)]!;
    const isText = kind === "csv" && isOfClasses(table);
    return isText ? textOf(cell, style) : String(plain(cell));
  });
}

function cellsAsAnswers(rows: readonly (readonly (string | number)[])[], { target }: Model): Answers {
  if (target.kind === "numbers") return { labels: [], values: rows.map((row) => row.map(Number)) };
  return {
    labels: rows.map(([label]) => String(label)),
    values: rows.map(([, ...scores]) => scores.map(Number)),
  };
}

function valuesAsAnswers({ labels = [], values }: OnnxAnswers, rows: number): Answers {
  const width = values.length / rows;
  return {
    labels,
    values: Array.from({ length: rows }, (_, i) => Array.from(values.slice(i * width, (i + 1) * width))),
  };
}

/** Returns a row as a program with a reader of CSV or JSON would give it to onnxruntime. */
function onnxRow(row: readonly Cell[], table: RandomTable, { inputs }: Model): Record<string, unknown> {
  const columns = inputs.kind === "columns" ? inputs.columns : [];
  return Object.fromEntries(
    columns.map((encoding) => {
      const { kind, column } = encoding;
      const cell = row[table.names.indexOf(sourceColumn(encoding))]!;
      const text = table.kind === "csv" ? textOf(cell, table.style) : String(plain(cell) ?? "");
      if (kind === "category") return [column, text];
      if (encoding.writing?.kind === "date") {
        const part = dateNumber(text, encoding.writing); // which the input's description asks for
        return [column, Number.isNaN(part) ? "" : part];
      }
      const number = typeof cell === "object" && cell !== null ? cell.number : Number(text || "NaN");
      return [column, Number.isNaN(number) ? "" : number];
    }),
  );
}
