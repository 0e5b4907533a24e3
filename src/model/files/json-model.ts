import { jsonText } from "../../text/json-text.ts";
import type { Model } from "../model.ts";
import { encodeFloats } from "./base64.ts";
import { checkModel, FORMAT, VERSION } from "./check-model.ts";
import { ModelFileError } from "./model-file-error.ts";

/** Returns a model as JSON, as schemas/model.schema.json has it. */
export function encodeJsonModel({ inputs, target, layers, origin, card }: Model): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    inputs,
    target,
    layers: layers.map(({ fanIn, units, activation, weights, biases }) => ({
      fanIn,
      units,
      activation,
      weights: encodeFloats(weights),
      biases: encodeFloats(biases),
    })),
    origin,
    card,
  };
  return `${jsonText(file, 2)}\n`;
}

/** Returns the model that a JSON text holds. @throws {ModelFileError} If it is none. */
export function decodeJsonModel(text: string): Model {
  return checkModel(parse(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelFileError(`not JSON: ${(cause as Error).message}`, { cause });
  }
}
