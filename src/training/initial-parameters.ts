import type { Layer, LayerParameters, Network } from "../kernels/network.ts";
import { inverseNormal } from "../math/inverse-normal.ts";
import { philox, type PhiloxKey } from "../math/philox.ts";
import { unitInterval } from "../math/random-stream.ts";
import type { Init } from "../spec/experiment.ts";

const WEIGHT = 0;
const BIAS = 1;

/**
 * Returns the weights and biases a trial starts from. Every parameter has a standard normal draw of its own, named
 * by (layer, unit, input), and is that draw times the deviation of the init: 15 and 30 hidden units share the
 * first 15, all inits share the draws. An init that is a number is what every weight and bias starts as.
 */
export function initialParameters(network: Network, init: Init, key: PhiloxKey): LayerParameters[] {
  if (typeof init === "number") return network.layers.map((layer) => allAlike(layer, init));
  return network.layers.map((layer, l) => {
    const { weights, biases } = deviations(init, layer);
    return {
      weights: Float32Array.from({ length: layer.units * layer.fanIn }, (_, i) => {
        const unit = Math.floor(i / layer.fanIn);
        return weights * standardNormal(key, l, unit, i - unit * layer.fanIn, WEIGHT);
      }),
      biases: Float32Array.from({ length: layer.units }, (_, unit) => {
        return biases === 0 ? 0 : biases * standardNormal(key, l, unit, 0, BIAS);
      }),
    };
  });
}

function allAlike({ fanIn, units }: Layer, value: number): LayerParameters {
  return {
    weights: new Float32Array(units * fanIn).fill(value),
    biases: new Float32Array(units).fill(value),
  };
}

/**
 * Standard deviations of a layer's weights and biases.
 * Sources: `xavier` Glorot and Bengio (AISTATS 2010), `he` He, Zhang, Ren, Sun (ICCV 2015).
 */
function deviations(
  init: Exclude<Init, number>,
  { fanIn, units }: Layer,
): { weights: number; biases: number } {
  switch (init) {
    case "normal":
      return { weights: 1, biases: 1 };
    case "scaled":
      return { weights: Math.sqrt(1 / fanIn), biases: 1 };
    case "xavier":
      return { weights: Math.sqrt(2 / (fanIn + units)), biases: 0 };
    case "he":
      return { weights: Math.sqrt(2 / fanIn), biases: 0 };
    default:
      return init satisfies never;
  }
}

const words = new Uint32Array(4);

function standardNormal(key: PhiloxKey, layer: number, unit: number, input: number, kind: 0 | 1): number {
  philox(key, input, unit, layer, kind, words);
  return inverseNormal(unitInterval(words[0]!, words[1]!));
}
