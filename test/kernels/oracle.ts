/**
 * Networks in float64 with the Math functions: written for independence from src/, not for speed. The way back
 * multiplies by whole Jacobians, softmax's too, and knows no shortcut for the cross-entropies.
 * @module
 */
import type { Layer, LayerParameters } from "../../src/kernels/network.ts";
import type { Loss } from "../../src/fields/configuration.ts";
import type { Problem } from "./fixtures.ts";

/** Parameters in float64: weights [unit][input]. */
export interface OracleLayer {
  readonly weights: number[][];
  readonly biases: number[];
}

interface Example {
  readonly x: number[];
  readonly y: number[];
  /** What the example counts for. */
  readonly weight: number;
}

export function toOracle({ network, parameters }: Problem): OracleLayer[] {
  return network.layers.map(({ fanIn, units }, l) => ({
    weights: Array.from({ length: units }, (_, j) => [
      ...parameters[l]!.weights.subarray(j * fanIn, (j + 1) * fanIn),
    ]),
    biases: [...parameters[l]!.biases],
  }));
}

export function fromOracle(layers: readonly OracleLayer[]): LayerParameters[] {
  return layers.map(({ weights, biases }) => ({
    weights: Float32Array.from(weights.flat()),
    biases: Float32Array.from(biases),
  }));
}

/** Returns the loss summed over the rows. */
export function oracleLoss(problem: Problem, parameters: readonly OracleLayer[], rows: Uint32Array): number {
  const { layers, loss } = problem.network;
  return examplesOf(problem, rows).reduce((sum, { x, y, weight }) => {
    return sum + weight * lossOf(loss, forward(layers, parameters, x).at(-1)!.a, y);
  }, 0);
}

/** Returns the gradient of that loss. */
export function oracleGradient(
  problem: Problem,
  parameters: readonly OracleLayer[],
  rows: Uint32Array,
): OracleLayer[] {
  const { layers, loss } = problem.network;
  const gradient = parameters.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(() => 0)),
    biases: biases.map(() => 0),
  }));
  for (const { x, y, weight } of examplesOf(problem, rows)) {
    const trace = forward(layers, parameters, x);
    let derivatives = lossDerivatives(loss, trace.at(-1)!.a, y).map((derivative) => weight * derivative); // dC/da
    for (let l = layers.length - 1; l >= 0; l--) {
      const { z, a } = trace[l]!;
      const before = l === 0 ? x : trace[l - 1]!.a;
      const errors = z.map((_, j) => dot(jacobianColumn(layers[l]!.activation, z, a, j), derivatives)); // dC/dz
      errors.forEach((d, j) => {
        gradient[l]!.biases[j]! += d;
        before.forEach((value, i) => (gradient[l]!.weights[j]![i]! += d * value));
      });
      derivatives = before.map((_, i) =>
        dot(
          parameters[l]!.weights.map((row) => row[i]!),
          errors,
        ),
      );
    }
  }
  return gradient;
}

/** Returns the parameters after one step: w - step * gradient. */
export function oracleStep(
  parameters: readonly OracleLayer[],
  gradient: readonly OracleLayer[],
  step: number,
): OracleLayer[] {
  return parameters.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((w, i) => w - step * gradient[l]!.weights[j]![i]!)),
    biases: biases.map((b, j) => b - step * gradient[l]!.biases[j]!),
  }));
}

/** Returns the rows whose weighted inputs all keep away from zero and one, where relu and hinge have their kinks. */
export function rowsWithoutKinks(problem: Problem, rows: Uint32Array): Uint32Array {
  const parameters = toOracle(problem);
  const examples = examplesOf(problem, rows);
  return rows.filter((_, r) => {
    const trace = forward(problem.network.layers, parameters, examples[r]!.x);
    return trace.every(({ z }) =>
      z.every((value) => [0, 1, -1].every((kink) => Math.abs(value - kink) > 1e-3)),
    );
  });
}

function examplesOf({ dataset, network }: Problem, rows: Uint32Array): Example[] {
  const { inputs, labels, targets, features, target } = dataset;
  const unit = inputs instanceof Uint8Array ? 255 : 1;
  const { count } = target;
  const { labelSmoothing: e = 0, classWeights, loss } = network;
  const smoothed = (y: number): number => (1 - e) * y + e / (loss === "crossEntropy" ? count : 2);
  return Array.from(rows, (row) => ({
    x: Array.from(inputs.subarray(row * features, (row + 1) * features), (value) => value / unit),
    y: labels ? oneHot(labels[row]!) : [...targets.subarray(row * count, (row + 1) * count)],
    weight: (labels && classWeights?.[labels[row]!]) ?? 1,
  }));

  function oneHot(label: number): number[] {
    const hot = Array.from({ length: count }, (_, k) => Number(k === label));
    return e > 0 ? hot.map(smoothed) : hot;
  }
}

function forward(
  layers: readonly Layer[],
  parameters: readonly OracleLayer[],
  x: number[],
): { z: number[]; a: number[] }[] {
  let before = x;
  return layers.map(({ activation }, l) => {
    const z = parameters[l]!.weights.map((row, j) => dot(row, before) + parameters[l]!.biases[j]!);
    before = activate(activation, z);
    return { z, a: before };
  });
}

function activate(activation: Layer["activation"], z: number[]): number[] {
  if (activation === "sigmoid") return z.map((v) => 1 / (1 + Math.exp(-v)));
  if (activation === "tanh") return z.map(Math.tanh);
  if (activation === "relu") return z.map((v) => Math.max(v, 0));
  if (activation === "leakyRelu") return z.map((v) => (v > 0 ? v : v / 100));
  if (activation === "elu") return z.map((v) => (v > 0 ? v : Math.expm1(v)));
  if (activation === "gelu") return z.map((v) => (v * (1 + Math.tanh(geluInner(v)))) / 2);
  if (activation === "silu") return z.map((v) => v / (1 + Math.exp(-v)));
  if (activation === "softplus") return z.map((v) => Math.log1p(Math.exp(v)));
  if (activation === "identity") return z;
  const powers = z.map((v) => Math.exp(v));
  return powers.map((power) => power / powers.reduce((sum, v) => sum + v, 0));
}

/** da_k / dz_j for all k. */
function jacobianColumn(activation: Layer["activation"], z: number[], a: number[], j: number): number[] {
  if (activation === "softmax") return a.map((ak, k) => ak * ((k === j ? 1 : 0) - a[j]!));
  return a.map((_, k) => (k === j ? derivativeOf(activation, z[j]!) : 0));
}

function derivativeOf(activation: Exclude<Layer["activation"], "softmax">, z: number): number {
  if (activation === "sigmoid") return 1 / (2 + Math.exp(z) + Math.exp(-z));
  if (activation === "tanh") return 1 / Math.cosh(z) ** 2;
  if (activation === "relu") return z > 0 ? 1 : 0;
  if (activation === "leakyRelu") return z > 0 ? 1 : 0.01;
  if (activation === "elu") return z > 0 ? 1 : Math.exp(z);
  if (activation === "softplus") return 1 / (1 + Math.exp(-z));
  if (activation === "silu") return (1 + Math.exp(-z) * (1 + z)) / (1 + Math.exp(-z)) ** 2;
  if (activation === "gelu") {
    const bend = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
    return (1 + Math.tanh(geluInner(z)) + (z * bend) / Math.cosh(geluInner(z)) ** 2) / 2;
  }
  return 1;
}

function geluInner(z: number): number {
  return Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3);
}

function lossOf(loss: Loss, a: number[], y: number[]): number {
  const squares = dot(minus(a, y), minus(a, y));
  if (loss === "quadratic") return squares / 2;
  if (loss === "mse") return squares / a.length;
  if (loss === "huber")
    return sum(minus(a, y).map((r) => (Math.abs(r) <= 1 ? (r * r) / 2 : Math.abs(r) - 0.5)));
  if (loss === "hinge") return sum(a.map((ak, k) => Math.max(0, 1 - (2 * y[k]! - 1) * ak)));
  if (loss === "crossEntropy") return -dot(y, a.map(Math.log));
  return -a.reduce((sum, ak, k) => sum + y[k]! * Math.log(ak) + (1 - y[k]!) * Math.log(1 - ak), 0);
}

/** dC/da */
function lossDerivatives(loss: Loss, a: number[], y: number[]): number[] {
  if (loss === "quadratic") return minus(a, y);
  if (loss === "mse") return minus(a, y).map((v) => (2 * v) / a.length);
  if (loss === "huber") return minus(a, y).map((r) => Math.max(-1, Math.min(r, 1)));
  if (loss === "hinge") return a.map((ak, k) => ((2 * y[k]! - 1) * ak < 1 ? 1 - 2 * y[k]! : 0));
  if (loss === "crossEntropy") return a.map((ak, k) => -y[k]! / ak);
  return a.map((ak, k) => (ak - y[k]!) / (ak * (1 - ak)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function dot(u: readonly number[], v: readonly number[]): number {
  return u.reduce((sum, value, i) => sum + value * v[i]!, 0);
}

function minus(u: number[], v: number[]): number[] {
  return u.map((value, i) => value - v[i]!);
}
