import { lessLogs, log } from "./log";
import { Layer, layerAt, Loss, Network } from "./network";
import { addNumberLosses } from "./numbers";

/** Adds the losses of `count` examples that went forward to the network's sum, in their order. */
export function addLosses(network: Network, rows: usize, count: usize): void {
  if (network.targets) return addNumberLosses(network, rows, count);
  const layer = layerAt(network, network.layerCount - 1);
  let sum = network.lossSum;
  for (let slot: usize = 0; slot < count; slot++) {
    const label: usize = load<u8>(network.labels + load<u32>(rows + 4 * slot));
    const loss = exampleLoss(network, layer, slot, label);
    sum += network.classWeights ? f64(load<f32>(network.classWeights + 4 * label)) * loss : loss;
  }
  network.lossSum = sum;
}

/** Returns the loss of one example, unweighted, from z and a of the last layer, in f64. */
function exampleLoss(network: Network, layer: Layer, slot: usize, label: usize): f64 {
  const z = network.z + slot * layer.rowBytes;
  const a = layer.activations + slot * layer.rowBytes;
  switch (network.loss) {
    case Loss.Quadratic:
      return 0.5 * squaredDistance(a, layer.units, label);
    case Loss.Mse:
      return squaredDistance(a, layer.units, label) / f64(layer.units);
    case Loss.CrossEntropy: {
      const below = distanceBelow(network, z, load<f32>(network.max + 4 * slot), layer.units, label);
      return log(f64(load<f32>(network.sum + 4 * slot))) + below;
    }
    case Loss.Huber:
      return huber(a, layer.units, label);
    case Loss.Hinge:
      return hinge(a, layer.units, label);
    default:
      return binaryCrossEntropy(network, z, a, layer.units, label);
  }
}

/** sum (y - a)^2 */
function squaredDistance(a: usize, units: usize, label: usize): f64 {
  let sum: f64 = 0;
  for (let k: usize = 0; k < units; k++) {
    const difference = f64(k == label) - f64(load<f32>(a + 4 * k));
    sum += difference * difference;
  }
  return sum;
}

/** sum of r^2 / 2 where |r| <= 1, else |r| - 1/2, r = y - a */
function huber(a: usize, units: usize, label: usize): f64 {
  let sum: f64 = 0;
  for (let k: usize = 0; k < units; k++) {
    const size = abs(f64(k == label) - f64(load<f32>(a + 4 * k)));
    sum += size <= 1 ? 0.5 * size * size : size - 0.5;
  }
  return sum;
}

/** sum of 1 - y a where it is above 0, y being 1 or -1; NaN stays */
function hinge(a: usize, units: usize, label: usize): f64 {
  let sum: f64 = 0;
  for (let k: usize = 0; k < units; k++) {
    const output = f64(load<f32>(a + 4 * k));
    const margin = 1 - (k == label ? output : -output);
    sum += margin <= 0 ? 0 : margin;
  }
  return sum;
}

/** sum of y (max - z) */
function distanceBelow(network: Network, z: usize, max: f32, units: usize, label: usize): f64 {
  let others: f64 = 0;
  if (network.off > 0) {
    for (let k: usize = 0; k < units; k++) {
      if (k != label) others += f64(max) - f64(load<f32>(z + 4 * k));
    }
  }
  return f64(network.on) * (f64(max) - f64(load<f32>(z + 4 * label))) + f64(network.off) * others;
}

/** sum of max(z, 0) - y z, minus log of the product of (z > 0 ? a : 1 - a) */
function binaryCrossEntropy(network: Network, z: usize, a: usize, units: usize, label: usize): f64 {
  let total: f64 = 0;
  for (let k: usize = 0; k < units; k++) {
    const value = f64(load<f32>(z + 4 * k));
    const positive = value <= 0 ? 0 : value; // NaN stays
    const target = f64(k == label ? network.on : network.off);
    total += target > 0 ? positive - target * value : positive;
  }
  return lessLogs(total, z, a, units);
}
