/**
 * A trained network with everything needed to use it: the encoding of a row of data as inputs, and of outputs as an answer.
 * @module
 */
import type { ColumnEncoding, TargetEncoding } from "../data/table/encoding.ts";
import type { FileDialect } from "../data/table/reading/dialect.ts";
import type { Layer, LayerParameters } from "../kernels/network.ts";

/** A model as plain data; its file formats are `json-model.ts`, `safetensors-model.ts` and `onnx/`. */
export interface Model {
  readonly inputs: InputEncoding;
  readonly target: TargetEncoding;
  /** Those of the network, the outputs last. */
  readonly layers: readonly ModelLayer[];
  readonly origin: ModelOrigin;
  /** The model card, in Markdown. */
  readonly card: string;
}

/** What a network's inputs are made of. */
export type InputEncoding =
  /** A row of a table, one or more inputs a column. */
  | {
      readonly kind: "columns";
      readonly columns: readonly ColumnEncoding[];
      /** How the training's file was written, as far as not by the defaults. */
      readonly dialect?: FileDialect;
    }
  /** An image: bytes v, row-major [height, width, channels], each the input v / 255. */
  | { readonly kind: "pixels"; readonly height: number; readonly width: number; readonly channels: number }
  /** Numbers without a scale. */
  | { readonly kind: "numbers"; readonly count: number };

/** A layer with its weights, row-major [units, fanIn], and biases, [units]. */
export interface ModelLayer extends Layer, LayerParameters {}

/** The training that a model comes from: the spec in its card reproduces it, bit for bit. */
export interface ModelOrigin {
  /** Name of the experiment. */
  readonly experiment: string;
  readonly trialId: string;
  /** Whose weights they are. */
  readonly epoch: number;
  readonly dataDigest: string;
  readonly trainerVersion: number;
}

/** What the outputs of a model of classes are: those of softmax are probabilities that add up to 1. */
export type ScoreKind = "probability" | "score";

/** Returns what the outputs of a model of classes are. */
export function scoreKind({ layers }: Pick<Model, "layers">): ScoreKind {
  return layers.at(-1)!.activation === "softmax" ? "probability" : "score";
}

/** Formats of model files. */
export const MODEL_FORMATS = ["json", "safetensors", "onnx"] as const;

export type ModelFormat = (typeof MODEL_FORMATS)[number];
