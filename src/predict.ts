/**
 * gridient/predict: a trained network in an application, in browsers and in Node, without dependencies.
 * @module
 */
import { decodeModel } from "./model/files/decode-model.ts";
import { predictorOf, type Predictor } from "./model/predictor.ts";

export type { CategoryEncoding, ColumnEncoding, NumberEncoding } from "./data/table/encoding.ts";
export { ModelFileError } from "./model/files/model-file-error.ts";
export type { UnknownValue } from "./model/inputs/encode-columns.ts";
export type { Image } from "./model/inputs/encode-image.ts";
export type { Row } from "./model/inputs/encode-row.ts";
export { RowError, type RowProblem } from "./model/inputs/row-error.ts";
export type { InputEncoding, ScoreKind } from "./model/model.ts";
export type {
  ClassPrediction,
  Classifier,
  NumberPrediction,
  PredictOptions,
  Predictor,
  Regressor,
} from "./model/predictor.ts";

/**
 * Returns the model of a file that `gridient export-model --to json` or `--to safetensors` wrote.
 *
 * @example
 * const model = loadModel(await (await fetch("penguins.json")).text());
 * if (model.kind === "classes") console.log(model.predict({ island: "Dream", bill_length: 39.5 }).label);
 *
 * @param file JSON as text or bytes, or the bytes of a safetensors file.
 * @throws {ModelFileError} If it is neither, or damaged.
 */
export function loadModel(file: string | ArrayBuffer | Uint8Array): Predictor {
  return predictorOf(decodeModel(file));
}
