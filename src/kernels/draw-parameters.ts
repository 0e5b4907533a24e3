import { inverseNormal } from "../math/inverse-normal.ts";
import { philox, type PhiloxKey } from "../math/philox.ts";
import { unitInterval } from "../math/random-stream.ts";
import type { LayerParameters, Network } from "./network.ts";

/** What a draw is for. */
export const WEIGHT = 0;
export const BIAS = 1;

/** Standard deviations of the weights and biases that a layer is drawn with; biases of 0 are all 0. */
export interface Deviations {
  readonly weights: number;
  readonly biases: number;
}

/**
 * Returns random weights and biases: each is the deviation times a standard normal draw of its own, named by (layer,
 * unit, input) alone, so that 15 and 30 units share the first 15.
 */
export function drawParameters(
  { layers }: Network,
  deviations: readonly Deviations[],
  key: PhiloxKey,
): LayerParameters[] {
  return layers.map(({ fanIn, units }, l) => {
    const { weights, biases } = deviations[l]!;
    const drawn = { weights: new Float32Array(units * fanIn), biases: new Float32Array(units) };
    for (let unit = 0; unit < units; unit++) {
      for (let input = 0; input < fanIn; input++) {
        drawn.weights[unit * fanIn + input] = weights * standardNormal(key, input, unit, l, WEIGHT);
      }
      if (biases !== 0) drawn.biases[unit] = biases * standardNormal(key, 0, unit, l, BIAS);
    }
    return drawn;
  });
}

const words = new Uint32Array(4);

function standardNormal(key: PhiloxKey, input: number, unit: number, layer: number, kind: number): number {
  philox(key, input, unit, layer, kind, words);
  return inverseNormal(unitInterval(words[0]!, words[1]!));
}
