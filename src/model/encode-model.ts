import { encodeJsonModel } from "./files/json-model.ts";
import { encodeSafetensorsModel } from "./files/safetensors-model.ts";
import type { Model, ModelFormat } from "./model.ts";
import { encodeOnnxModel } from "./onnx/onnx-model.ts";

/** Returns a model as a file; the same model is always the same bytes. */
export function encodeModel(model: Model, format: ModelFormat): Uint8Array {
  switch (format) {
    case "json":
      return new TextEncoder().encode(encodeJsonModel(model));
    case "safetensors":
      return encodeSafetensorsModel(model);
    case "onnx":
      return encodeOnnxModel(model);
    default:
      return format satisfies never;
  }
}
