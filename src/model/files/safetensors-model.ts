import { decodeSafetensors, encodeSafetensors } from "../../store/safetensors.ts";
import { tensorsOf, type Tensors } from "../../training/checkpoint.ts";
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
    const [inputs, target, origin, sizes] = ["inputs", "target", "origin", "layers"].map(parsed);
    const layers = Array.isArray(sizes)
      ? sizes.map((size: unknown, l) => withTensors(size, tensors, l))
      : sizes;
    return { format, version: Number(version), inputs, target, layers, origin, card };
  } catch (cause) {
    const rule = "it must be a safetensors file that export-model wrote";
    throw new ModelFileError(rule, (cause as Error).message, { cause });
  }
}

function withTensors(sizes: unknown, tensors: Tensors, layer: number): unknown {
  if (typeof sizes !== "object") return sizes;
  const valuesOf = (part: string): Float32Array | undefined => tensors.get(`layers.${layer}.${part}`)?.values;
  return { ...sizes, weights: valuesOf("weights"), biases: valuesOf("biases") };
}
