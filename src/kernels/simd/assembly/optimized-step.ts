import { Layer, layerAt, Network } from "./network";
import { Rates } from "./optimizer";
import { update } from "./rules";
import { addPenalty, limitNorms, sumOfSquares } from "./penalties";
import { addScaled, scale } from "./vectors";

/** Moves all parameters by the rule of the network's optimizer; the sums are used up. */
export function optimizedStep(network: Network, rates: Rates): void {
  const meanScale = clippedScale(network, rates.meanScale);
  for (let l: usize = 0; l < network.layerCount; l++) stepLayer(network, layerAt(network, l), rates, meanScale);
}

function stepLayer(network: Network, layer: Layer, rates: Rates, meanScale: f32): void {
  const optimizer = network.optimizer;
  const w = layer.weights;
  const sums = layer.weightSums;
  const weights = (layer.biases - w) >> 4;
  const all = weights + (layer.rowBytes >> 4);
  if (optimizer.l2 > 0 || optimizer.l1 > 0) {
    scale(sums, all, meanScale);
    addPenalty(sums, w, weights, optimizer.l2, optimizer.l1);
    meanScale = 1;
  }
  if (rates.decay > 0) addScaled(w, w, weights, -rates.decay);
  update(optimizer, rates, w, sums, layer.first, layer.second, all, meanScale);
  if (optimizer.maxNorm > 0) limitNorms(layer, optimizer.maxNorm);
}

/** Returns the factor that makes the summed gradient a mean no longer than `clipNorm`. */
function clippedScale(network: Network, meanScale: f32): f32 {
  const clipNorm = f64(network.optimizer.clipNorm);
  if (clipNorm == 0) return meanScale;
  const norm = sqrt(sumOfSquares(network)) * f64(meanScale);
  return norm > clipNorm ? f32(f64(meanScale) * (clipNorm / norm)) : meanScale;
}
