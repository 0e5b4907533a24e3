import type { Deviations } from "../kernels/draw-parameters.ts";
import type { Session } from "../kernels/kernel.ts";
import type { Layer, LayerParameters, Network } from "../kernels/network.ts";
import type { PhiloxKey } from "../math/philox.ts";
import type { Init } from "../fields/configuration.ts";

/**
 * Gives a network the weights and biases a trial starts from. All inits share their draws; one that is a number is what
 * every weight and bias starts as.
 */
export function initialize(
  session: Session,
  { layers }: Pick<Network, "layers">,
  init: Init,
  key: PhiloxKey,
): void {
  if (typeof init === "number") session.setParameters(layers.map((layer) => allAlike(layer, init)));
  else session.drawParameters(initialDeviations(layers, init), key);
}

function allAlike({ fanIn, units }: Layer, value: number): LayerParameters {
  return {
    weights: new Float32Array(units * fanIn).fill(value),
    biases: new Float32Array(units).fill(value),
  };
}

/**
 * Returns the standard deviations of each layer's weights and biases.
 * Sources: `xavier` Glorot and Bengio (AISTATS 2010), `he` He, Zhang, Ren, Sun (ICCV 2015).
 */
export function initialDeviations(layers: readonly Layer[], init: Exclude<Init, number>): Deviations[] {
  return layers.map(({ fanIn, units }) => {
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
  });
}
