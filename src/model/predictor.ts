import type { ClassesEncoding, NumbersEncoding } from "../data/table/encoding.ts";
import { argmax } from "../math/extremes.ts";
import { forward } from "./forward.ts";
import type { UnknownValue } from "./inputs/encode-columns.ts";
import { rowEncoder, type Row, type RowEncoder } from "./inputs/encode-row.ts";
import { RowError } from "./inputs/row-error.ts";
import { scoreKind, type InputEncoding, type Model, type ScoreKind } from "./model.ts";

/** A model that answers. */
export type Predictor = Classifier | Regressor;

/** Predicts which of several classes a row belongs to. */
export interface Classifier extends Answering<ClassPrediction> {
  readonly kind: "classes";
  /** Name of what it predicts. */
  readonly target: string;
  /** Names of the classes. */
  readonly classes: readonly string[];
  /** Whether scores are probabilities that add up to 1: those of softmax are. */
  readonly scoreKind: ScoreKind;
}

/** Predicts numbers for a row. */
export interface Regressor extends Answering<NumberPrediction> {
  readonly kind: "numbers";
  /** Names of the numbers. */
  readonly targets: readonly string[];
}

/** The common part of all answers. */
interface Answer {
  /** Values of the row that did not occur in training: they count as no category. Usually empty. */
  readonly unknown: readonly UnknownValue[];
}

/** The answer of a classifier. */
export interface ClassPrediction extends Answer {
  /** The class with the largest score; of equal ones the first. */
  readonly label: string;
  /** Its place in `classes`. */
  readonly index: number;
  /** One for each of `classes`, as the network gives them. */
  readonly scores: Float32Array;
}

/** The answer of a regressor. */
export interface NumberPrediction extends Answer {
  /** One for each of `targets`, in the data's units. */
  readonly values: Float64Array;
}

interface Answering<Prediction> {
  /** What a row must have. */
  readonly inputs: InputEncoding;
  /** The model card, in Markdown. */
  readonly card: string;
  /** Answers for one row. @throws {RowError} With all of its values that cannot be used. */
  predict(row: Row, options?: PredictOptions): Prediction;
}

/** Options of `predict`. */
export interface PredictOptions {
  /** What an unknown category does: it is listed in the answer (the default), or throws a RowError. */
  readonly unknown?: "report" | "error";
}

/** Returns a predictor with a model's weights. */
export function predictorOf(model: Model): Predictor {
  const { target } = model;
  return target.kind === "classes" ? classifierOf(model, target) : regressorOf(model, target);
}

function classifierOf(model: Model, { classes, column }: ClassesEncoding): Classifier {
  const { inputs, layers, card } = model;
  const encode = rowEncoder(inputs);
  return {
    kind: "classes",
    target: column,
    classes,
    scoreKind: scoreKind(model),
    inputs,
    card,
    predict(row, options) {
      const { inputs, unknown } = encodeKnown(encode, row, options);
      const scores = forward(layers, inputs);
      const index = argmax(scores);
      return { label: classes[index]!, index, scores, unknown };
    },
  };
}

function regressorOf({ inputs, layers, card }: Model, { columns }: NumbersEncoding): Regressor {
  const encode = rowEncoder(inputs);
  return {
    kind: "numbers",
    targets: columns.map(({ column }) => column),
    inputs,
    card,
    predict(row, options) {
      const { inputs, unknown } = encodeKnown(encode, row, options);
      const outputs = forward(layers, inputs);
      const values = Float64Array.from(columns, ({ center, scale }, i) => outputs[i]! * scale + center);
      return { values, unknown };
    },
  };
}

/** @throws {RowError} Also for unknown categories, if they are to be errors. */
function encodeKnown(encode: RowEncoder, row: Row, options?: PredictOptions): ReturnType<RowEncoder> {
  const encoded = encode(row);
  if (options?.unknown !== "error" || encoded.unknown.length === 0) return encoded;
  throw new RowError(
    encoded.unknown.map(({ column, value }) => ({
      column,
      message: `${JSON.stringify(column)} must be a known category (got ${JSON.stringify(value)})`,
    })),
  );
}
