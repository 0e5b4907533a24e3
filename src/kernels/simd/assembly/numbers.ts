/** What differs where an example's targets are numbers, f32 [examples, units], instead of a class. */
import { lessLogs } from "./log";
import { Layer, layerAt, Loss, Network } from "./network";

/** Leaves a - y in the errors of the last layer, and zero in the padding, which holds activation(0). */
export function numberDifferences(network: Network, layer: Layer, rows: usize, count: usize): void {
  for (let slot: usize = 0; slot < count; slot++) {
    const a = layer.activations + slot * layer.rowBytes;
    const d = layer.errors + slot * layer.rowBytes;
    const y = targetsOf(network, layer, rows, slot);
    const end: usize = 4 * layer.units;
    for (let at: usize = 0; at < end; at += 4) store<f32>(d + at, load<f32>(a + at) - load<f32>(y + at));
    for (let at = end; at < layer.rowBytes; at += 4) store<f32>(d + at, 0);
  }
}

/** Adds the losses of `count` examples that went forward to the network's sum, in their order. */
export function addNumberLosses(network: Network, rows: usize, count: usize): void {
  const layer = layerAt(network, network.layerCount - 1);
  let sum = network.lossSum;
  for (let slot: usize = 0; slot < count; slot++) {
    const a = layer.activations + slot * layer.rowBytes;
    const y = targetsOf(network, layer, rows, slot);
    switch (network.loss) {
      case Loss.Quadratic:
        sum += 0.5 * squaredDistance(a, y, layer.units);
        break;
      case Loss.Mse:
        sum += squaredDistance(a, y, layer.units) / f64(layer.units);
        break;
      case Loss.Huber:
        sum += huber(a, y, layer.units);
        break;
      default:
        sum += binaryCrossEntropy(network.z + slot * layer.rowBytes, a, y, layer.units);
    }
  }
  network.lossSum = sum;
}

function targetsOf(network: Network, layer: Layer, rows: usize, slot: usize): usize {
  return network.targets + 4 * layer.units * load<u32>(rows + 4 * slot);
}

/** sum (y - a)^2 */
function squaredDistance(a: usize, y: usize, units: usize): f64 {
  let sum: f64 = 0;
  for (const end = a + 4 * units; a < end; a += 4, y += 4) {
    const difference = f64(load<f32>(y)) - f64(load<f32>(a));
    sum += difference * difference;
  }
  return sum;
}

/** sum of r^2 / 2 where |r| <= 1, else |r| - 1/2, r = y - a */
function huber(a: usize, y: usize, units: usize): f64 {
  let sum: f64 = 0;
  for (const end = a + 4 * units; a < end; a += 4, y += 4) {
    const size = abs(f64(load<f32>(y)) - f64(load<f32>(a)));
    sum += size <= 1 ? 0.5 * size * size : size - 0.5;
  }
  return sum;
}

/** sum of max(z, 0) - y z, minus log of the product of (z > 0 ? a : 1 - a) */
function binaryCrossEntropy(z: usize, a: usize, y: usize, units: usize): f64 {
  let total: f64 = 0;
  for (let at: usize = 0; at < 4 * units; at += 4) {
    const value = f64(load<f32>(z + at));
    const positive = value <= 0 ? 0 : value; // NaN stays
    const target = f64(load<f32>(y + at));
    total += target > 0 ? positive - target * value : positive;
  }
  return lessLogs(total, z, a, units);
}
