import type { ClassesEncoding, NumbersEncoding } from "../data/table/encoding.ts";
import { forward } from "./forward.ts";
import { encodeRow, type Row } from "./inputs/encode-row.ts";
import { scoreKind, type InputEncoding, type Model, type ScoreKind } from "./model.ts";

/** A model that answers. */
export type Predictor = Classifier | Regressor;

/** Tells which of several classes a row belongs to. */
export interface Classifier extends Answering<ClassPrediction> {
  readonly kind: "classes";
  /** Name of what it tells. */
  readonly target: string;
  /** Names of the classes. */
  readonly classes: readonly string[];
  /** Whether scores are probabilities that add up to 1: those of softmax are. */
  readonly scoreKind: ScoreKind;
}

/** Tells numbers about a row. */
export interface Regressor extends Answering<NumberPrediction> {
  readonly kind: "numbers";
  /** Names of the numbers. */
  readonly targets: readonly string[];
}

/** The answer of a classifier. */
export interface ClassPrediction {
  /** The class with the largest score; of equal ones the first. */
  readonly label: string;
  /** Its place in `classes`. */
  readonly index: number;
  /** One for each of `classes`, as the network gives them. */
  readonly scores: Float32Array;
}

/** The answer of a regressor. */
export interface NumberPrediction {
  /** One for each of `targets`, in the data's units. */
  readonly values: Float64Array;
}

interface Answering<Prediction> {
  /** What a row must have. */
  readonly inputs: InputEncoding;
  /** The model card, in Markdown. */
  readonly card: string;
  /** Answers for one row. @throws {RowError} With all of its values that cannot be used. */
  predict(row: Row): Prediction;
}

/** Returns what answers with a model's weights. */
export function predictorOf(model: Model): Predictor {
  const { target } = model;
  return target.kind === "classes" ? classifierOf(model, target) : regressorOf(model, target);
}

function classifierOf(model: Model, { classes, column }: ClassesEncoding): Classifier {
  const { inputs, layers, card } = model;
  return {
    kind: "classes",
    target: column,
    classes,
    scoreKind: scoreKind(model),
    inputs,
    card,
    predict(row) {
      const scores = forward(layers, encodeRow(row, inputs));
      const index = largestOf(scores);
      return { label: classes[index]!, index, scores };
    },
  };
}

function regressorOf({ inputs, layers, card }: Model, { columns }: NumbersEncoding): Regressor {
  return {
    kind: "numbers",
    targets: columns.map(({ column }) => column),
    inputs,
    card,
    predict(row) {
      const outputs = forward(layers, encodeRow(row, inputs));
      const values = Float64Array.from(columns, ({ center, scale }, i) => outputs[i]! * scale + center);
      return { values };
    },
  };
}

/** Returns the place of the first score that is larger than all before it, as training counts answers. */
function largestOf(scores: Float32Array): number {
  let [index, most] = [0, -Infinity];
  scores.forEach((score, i) => {
    if (score > most) [index, most] = [i, score];
  });
  return index;
}
