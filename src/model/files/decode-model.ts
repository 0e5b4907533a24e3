import type { Model } from "../model.ts";
import { decodeJsonModel } from "./json-model.ts";
import { decodeSafetensorsModel } from "./safetensors-model.ts";

/**
 * Returns the model that a file holds: JSON as text or bytes, or the bytes of a safetensors file.
 * @throws {ModelFileError} If it is neither, or damaged.
 */
export function decodeModel(file: string | ArrayBuffer | Uint8Array): Model {
  if (typeof file === "string") return decodeJsonModel(file);
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  // A safetensors file begins with eight bytes of a length, of which the last is 0 as in no text.
  return bytes[7] === 0 ? decodeSafetensorsModel(bytes) : decodeJsonModel(new TextDecoder().decode(bytes));
}
