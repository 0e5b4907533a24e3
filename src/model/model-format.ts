/** Formats of model files. */
export const MODEL_FORMATS = ["json", "safetensors", "onnx"] as const;

export type ModelFormat = (typeof MODEL_FORMATS)[number];
