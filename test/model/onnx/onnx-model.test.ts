import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeOnnxModel } from "../../../src/model/onnx/onnx-model.ts";
import type { Model, ModelLayer } from "../../../src/model/model.ts";
import { predictorOf } from "../../../src/model/predictor.ts";
import type { Row } from "../../../src/predict.ts";
import { ACTIVATIONS, anyModel, anyRow } from "../random-models.ts";
import { readOnnx } from "./onnx-proto.ts";
import { brokenRules } from "./onnx-rules.ts";
import { runOnnx, type OnnxAnswers } from "./run-onnx.ts";

const RUNS = { seed: 1, numRuns: 60 };

const ORIGIN = { experiment: "e", trialId: "ab12", epoch: 1, dataDigest: "cd34", trainerVersion: 1 };

const PENGUINS: Model = {
  inputs: {
    kind: "columns",
    columns: [
      { kind: "number", column: "bill length (mm)", center: 44, scale: 5, missing: 44 },
      { kind: "category", column: "label", categories: ["no", "yes"] },
    ],
  },
  target: { kind: "classes", column: "species", classes: ["Adelie", "=Gentoo"] },
  layers: [
    {
      fanIn: 3,
      units: 2,
      activation: "softmax",
      weights: Float32Array.of(1, 2, 3, 4, 5, 6),
      biases: Float32Array.of(0, 1),
    },
  ],
  origin: ORIGIN,
  card: "",
};

/** A hidden unit of an activation, its output as it is. */
function lineOf(activation: ModelLayer["activation"]): Model {
  const one = { fanIn: 1, units: 1, weights: Float32Array.of(1), biases: Float32Array.of(0) };
  return {
    inputs: { kind: "numbers", count: 1 },
    target: { kind: "numbers", columns: [{ column: "y", center: 0, scale: 1 }] },
    layers: [
      { ...one, activation },
      { ...one, activation: "identity" },
    ],
    origin: ORIGIN,
    card: "",
  };
}

/** Strings of onnxruntime-web end at NUL. To 1e-5 of the value, or of 1 where it is smaller: float32 has no more. */
function expectSame({ labels, values }: OnnxAnswers, model: Model, rows: readonly Row[]): void {
  const predictor = predictorOf(model);
  rows.forEach((row, r) => {
    const own = predictor.predict(row);
    const expected = "scores" in own ? own.scores : own.values;
    const scales = model.target.kind === "numbers" ? model.target.columns.map(({ scale }) => scale) : [];
    expected.forEach((value, k) => {
      const found = values[r * expected.length + k]!;
      const size = Math.max(1, Math.abs(value), scales[k] ?? 0);
      expect(Math.abs(found - value) / size).toBeLessThan(1e-5);
    });
    if ("label" in own && isClear(own.scores)) expect(labels![r]).toBe(own.label.split("\0")[0]);
  });
}

/** Where the two best are almost alike, either may win. */
function isClear(scores: Float32Array): boolean {
  const [first, second] = scores.toSorted((a, b) => b - a);
  return first! - second! > 1e-4 || first === second;
}

describe("encodeOnnxModel()", () => {
  it("obeys the rules of ONNX's checker, whatever columns and classes are called", () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        expect(brokenRules(readOnnx(encodeOnnxModel(model)))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("says what names of columns became of, and which classes there are", () => {
    const { graph } = readOnnx(encodeOnnxModel(PENGUINS));
    expect(graph.input.map(({ name, docString }) => [name, docString])).toEqual([
      ["bill_length__mm_", 'Column "bill length (mm)": numbers; NaN where one is missing.'],
      ["label_2", 'Column "label": one of ["no","yes"].'],
    ]);
    expect(graph.output.map(({ name }) => name)).toEqual(["label", "probabilities"]);
    expect(graph.output[1]!.docString).toContain('["Adelie","=Gentoo"]');
  });

  it("asks for parts of dates, which no operator reads, as numbers", () => {
    const writing = { kind: "date", column: "sold", order: "dmy", part: "weekday" } as const;
    const weekday = { kind: "number", column: "sold weekday", center: 4, scale: 2, writing } as const;
    const [layer] = PENGUINS.layers;
    const layers = [
      { ...layer!, fanIn: 1, weights: new Float32Array(layer!.units) },
      ...PENGUINS.layers.slice(1),
    ];
    const model = { ...PENGUINS, inputs: { kind: "columns", columns: [weekday] } as const, layers };
    expect(readOnnx(encodeOnnxModel(model)).graph.input[0]!.docString).toBe(
      'Column "sold weekday": the day of the week (Monday is 1, Sunday 7) of the dates in "sold".',
    );
  });

  it("answers in onnxruntime what predict() answers, to 1e-5", async () => {
    const models = fc.sample(anyModel, RUNS);
    for (const model of models) {
      const rows = fc.sample(anyRow(model.inputs), { seed: 2, numRuns: 5 });
      expectSame(await runOnnx(encodeOnnxModel(model), model, rows), model, rows);
    }
  });

  it.each(ACTIVATIONS)(
    "has the same %s over the whole range of float32 sums that occur",
    async (activation) => {
      const model = lineOf(activation);
      const rows = Array.from({ length: 401 }, (_, i) => [(i - 200) / 4]);
      expectSame(await runOnnx(encodeOnnxModel(model), model, rows), model, rows);
    },
  );
});
