import type { ModelLayer } from "../model.ts";
import { decodeFloats } from "./base64.ts";
import { count, entries, member, misfit, word, type Part } from "./checked.ts";

const ACTIVATIONS = ["sigmoid", "tanh", "relu", "leakyRelu", "elu", "gelu", "silu", "softplus"] as const;

/**
 * Returns layers that fit each other. Every size is checked against the number of weights.
 * @throws {ModelFileError}
 */
export function checkLayers(part: Part, sizes: { inputs: number; outputs: number }): ModelLayer[] {
  const parts = entries(part);
  let width = sizes.inputs;
  const layers = parts.map((layer, l) => {
    const checked = checkLayer(layer, { fanIn: width, isLast: l === parts.length - 1 });
    width = checked.units;
    return checked;
  });
  if (width !== sizes.outputs) throw misfit(part, `layers that end with ${sizes.outputs} outputs`);
  return layers;
}

function checkLayer(part: Part, { fanIn, isLast }: { fanIn: number; isLast: boolean }): ModelLayer {
  const words = [...ACTIVATIONS, "identity", ...(isLast ? (["softmax"] as const) : [])] as const;
  const activation = word(member(part, "activation"), words);
  if (member(part, "fanIn").value !== fanIn)
    throw misfit(member(part, "fanIn"), `${fanIn}, the number of its inputs`);
  const units = count(member(part, "units"));
  const weights = floats(member(part, "weights"), fanIn * units);
  return { fanIn, units, activation, weights, biases: floats(member(part, "biases"), units) };
}

/** Numbers, or base64 of them. */
function floats(part: Part, length: number): Float32Array {
  const { value } = part;
  const values = typeof value === "string" ? decodeFloats(value) : value;
  if (!(values instanceof Float32Array) || values.length !== length)
    throw misfit(part, `${length} float32 numbers in base64`);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) throw misfit({ path: `${part.path}.${odd}`, value: String(values[odd]) }, "a finite number");
  return values;
}
