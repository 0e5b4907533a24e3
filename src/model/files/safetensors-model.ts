import { decodeSafetensors, encodeSafetensors } from "../../store/formats/safetensors.ts";
import { tensorsOf } from "../../training/checkpoint.ts";
import type { Model } from "../model.ts";
import { checkModel, FORMAT, VERSION } from "./check-model.ts";
import { ModelFileError } from "./model-file-error.ts";

/**
 * Returns a model as a safetensors file: the tensors `layers.0.weights` [units, fanIn], `layers.0.biases` [units], ...
 * and in its metadata what else a model is, as JSON, and the card.
 */
export function encodeSafetensorsModel({ inputs, target, layers, origin, card }: Model): Uint8Array {
  const sizes = layers.map(({ fanIn, units, activation }) => ({ fanIn, units, activation }));
  return encodeSafetensors(tensorsOf(layers), {
    format: FORMAT,
    version: String(VERSION),
    inputs: JSON.stringify(inputs),
    target: JSON.stringify(target),
    layers: JSON.stringify(sizes),
    origin: JSON.stringify(origin),
    card,
  });
}

/** Returns the model that a safetensors file holds. @throws {ModelFileError} If it is none. */
export function decodeSafetensorsModel(bytes: Uint8Array): Model {
  return checkModel(partsOf(bytes));
}

/** Returns everything under the names that a JSON file has for it. */
function partsOf(bytes: Uint8Array): Record<string, unknown> {
  try {
    const { tensors, metadata } = decodeSafetensors(bytes);
    const { format, version, card } = metadata;
    const parsed = (key: string): unknown => JSON.parse(metadata[key] ?? "null");
    const layers = (parsed("layers") as object[]).map((sizes, l) => ({
      ...sizes,
      weights: tensors.get(`layers.${l}.weights`)?.values,
      biases: tensors.get(`layers.${l}.biases`)?.values,
    }));
    const [inputs, target, origin] = ["inputs", "target", "origin"].map(parsed);
    return { format, version: Number(version), inputs, target, layers, origin, card };
  } catch (cause) {
    // A missing part causes a TypeError where it is used, whose message would look like a bug of ours.
    const found = cause instanceof TypeError ? "its header is not that of a model" : (cause as Error).message;
    throw new ModelFileError(`not a safetensors file of export-model: ${found}`, { cause });
  }
}
