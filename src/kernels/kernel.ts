/**
 * The numeric engine. Three implementations: `reference` (plain loops: defines what is right), `simd`
 * (WebAssembly SIMD: the fast one) and `native` (C for one CPU, where a compiler made it). They agree bit for bit; test/kernels/conformance.test.ts holds them to it.
 *
 * The arithmetic, in float32 with one rounding after every operation, no fused multiply-add:
 *
 * - Inputs: a byte v is fround(v / 255).
 * - Forward: z_j = (sum over inputs i ascending of x_i * w_ji, one accumulator from +0) + b_j; a_j = activation(z_j)
 *   by math/float32.ts, relu(z) = z <= 0 ? +0 : z, so NaN stays NaN. Softmax: max starts at z_0 and yields to a
 *   larger z_k; e_k = exp32(z_k - max), a_k = e_k / S, S = sum of e_k, k ascending from +0.
 * - Output error: d_k = dC_x/dz_k, where a' is the output's derivative from a (sigmoid a * (1 - a), identity 1,
 *   the factor 1 not multiplied): quadratic (a - y) * a'; mse (fround(2 / k) * (a - y)) * a'; crossEntropy and
 *   binaryCrossEntropy a - y; huber a - y cut to [-1, 1]; hinge, y being 1 or -1: y a < 1 ? -y : 0.
 *   y is 1 for the class of the example and 0 for the others, or the numbers that are its targets, in float32.
 *   With label smoothing y is one of the two float32 numbers of soft-targets.ts. With class weights what precedes
 *   a' is multiplied by the class's weight, in float32, and so is the loss of the example, in float64.
 * - Backward: d_j = (sum over next-layer units k ascending of w_kj * d_k, from +0) * a'(a_j); derivative of tanh
 *   1 - a * a, of relu a > 0 ? 1 : 0 (by selection, not multiplication).
 * - Derivatives kept on the way forward (keeps-derivatives.ts; math/activations32.ts, or a' from a): d_j = (sum ...) * derivative_j.
 * - Dropout, in `train` alone: a_j = mask_j * a_j and derivative_j = mask_j * derivative_j in hidden layers; mask_j is 0 where
 *   word j mod 4 of Philox(floor(j / 4), example in the batch, batch, 256 epoch + layer, mod 2^32) is below
 *   floor(rate * 2^32), else fround(1 / (1 - rate)).
 * - Denormal rule: an error with |d| < 2^-60 becomes +0 (comparison false for NaN: NaN stays). Exact zeros are
 *   free, while products that underflow are several times slower on most CPUs.
 * - Step of a batch of at most DIRECT_BATCH examples, with g = fround(step * d) computed once per example and unit:
 *   w = w - x * g and b = b - g, example by example in batch order, all errors taken before the first weight moves.
 * - Step of a larger batch: G = sum over the batch, in batch order from +0, of x * d (for biases of d), then
 *   w = w - step * G. Small batches so never touch weights whose inputs are zero; large ones do not lose
 *   contributions below half an ULP of the weight.
 * - Step with an optimizer: G as for a larger batch; g = scale * G with scale = 1 / m; if clipNorm is given and
 *   norm = sqrt(sum of G^2) * scale (float64; four sums, by unit modulo 4, over layers, inputs, then biases, units
 *   ascending, added as (s0 + s1) + (s2 + s3)) is larger, scale is first multiplied by clipNorm / norm in float64 and
 *   rounded; then optimizers/take-step.ts; then, if maxNorm is given, w_ji = w_ji * (maxNorm / norm_j) for the units
 *   with norm_j = sqrt(sum over i ascending of w_ji^2, from +0) > maxNorm.
 * - Step of sgd with no other option than l2, for batches of any size: the weights are stored without a factor s,
 *   w = s * stored, so that inputs that are zero still cost nothing. s is 1 at the start of a \`train\` call; each step
 *   makes it s - s * (rate * l2), in float64. Sums over stored weights are multiplied by S = fround(s): z_j = S * (sum
 *   ...) + b_j, likewise in d_j. A step moves what is stored by x * g with g = fround(fround(rate * scale) / s) * d,
 *   or by that times G, and biases by S * g. At the end of a call, and before a step when s < 2^-10, what is stored
 *   becomes stored * S + 0 and s becomes 1. Against shrinking every weight in every step this errs by less than
 *   3 ULP a call.
 * - Loss of an example, in float64 from the float32 z and a: quadratic 1/2 sum (y - a)^2; mse 1/k sum (y - a)^2
 *   (k ascending from 0, then times 0.5, or divided by k); huber sum of r^2 / 2 where |r| <= 1, else |r| - 1/2, r = y - a;
 *   hinge sum of 1 - y a where it is above 0; crossEntropy log(S) + (y_label * (max - z_label) +
 *   y_other * sum over the other k ascending of max - z_k); binaryCrossEntropy
 *   sum over k ascending of max(z_k, 0), less y_k * z_k before it is added where y_k is not 0 (NaN stays), minus log of the product over k of (z_k > 0 ? a_k : 1 - a_k), the log
 *   taken and the product restarted at 1 after each 64 outputs and at the end, subtracted in that order from a
 *   running sum: total = linear sum - log_1 - log_2 ...
 *   Losses are summed over the examples in order, from 0.
 * - Predicted class: the first output that is larger than all before it (lowest index wins; NaN never wins).
 * @module
 */
import type { PhiloxKey } from "../math/philox.ts";
import type { DatasetMemory } from "./dataset-memory.ts";
import type { Deviations } from "./draw-parameters.ts";
import type { LayerParameters, Network } from "./network.ts";

/** The largest batch whose gradient is subtracted from the weights example by example. */
export const DIRECT_BATCH = 128;

/** An example's error below this size is set to zero. */
export const SMALLEST_ERROR: number = 1 / 1152921504606846976; // 2^-60

/** Weights that are stored without their factor get it back where it has become smaller than this. */
export const SMALLEST_SCALE: number = 1 / 1024;

/** What an optimizer carries from step to step, by the names of its rule: values laid out like the parameters. */
export type OptimizerState = Readonly<Record<string, readonly LayerParameters[]>>;

/** Byte range of a shared memory that one session may use. */
export interface Region {
  readonly offset: number;
  readonly bytes: number;
}

/** How many examples a session's calls may name at most: sizes its buffers. */
export interface Capacity {
  /** Longest `order` given to `train`. */
  readonly order: number;
  /** Most batches in one `train` call. */
  readonly batches: number;
}

/** Sums over the examples of one `evaluate` call. */
export interface Evaluation {
  /** Sum of the examples' losses. */
  readonly lossSum: number;
  /** Number of examples whose predicted class is their label; 0 where numbers are predicted. */
  readonly correct: number;
}

/**
 * A network being trained on one data set by one thread. All buffers lie in the region; views returned stay valid
 * until the next call and must not be written.
 */
export interface Session {
  /**
   * Copies weights and biases in, one entry per layer; -0 becomes +0. Training makes no -0, so that inputs which are
   * zero may be skipped: w - 0 * g then leaves every bit of w as it is.
   */
  setParameters(parameters: readonly LayerParameters[]): void;
  /** Makes the weights and biases those of draw-parameters.ts. */
  drawParameters(deviations: readonly Deviations[], key: PhiloxKey): void;
  /** Returns a copy of the weights and biases. */
  parameters(): LayerParameters[];
  /** Whether every weight and bias is finite. */
  isFinite(): boolean;
  /** Copies in what the optimizer carries from step to step. */
  setOptimizerState(state: OptimizerState): void;
  /** Returns a copy of what the optimizer carries from step to step; all +0 before the first one. */
  optimizerState(): OptimizerState;
  /** Writes the training rows into `order`, in the order of math/permutation.ts for a key and an epoch. */
  shuffle(order: Uint32Array, key: PhiloxKey, epoch: number): void;
  /**
   * Trains on `order` (row numbers), cut into batches of `batchSize`, the last one maybe smaller.
   * @param steps What batchSteps returns: one number a batch, with an optimizer four.
   * @param losses Out: sum of the losses of each batch's examples, as trained, one per batch.
   * @param epoch Names the draws of dropout; 0 unless given.
   */
  train(
    order: Uint32Array,
    batchSize: number,
    steps: Float32Array,
    losses: Float64Array,
    epoch?: number,
  ): void;
  /**
   * Returns the gradient of the loss summed over `rows`, as trained in a large batch, but without dropout; changes no
   * parameter.
   */
  gradient(rows: Uint32Array): LayerParameters[];
  /**
   * Sums losses and hits over `rows`, forward only.
   * @param outputs Out, where given: the activations of the last layer, row-major [rows, units].
   */
  evaluate(rows: Uint32Array, outputs?: Float32Array): Evaluation;
  /**
   * Returns the activations of layer `layer` (0 = first hidden) for up to DIRECT_BATCH `rows`,
   * row-major [rows, units].
   */
  activations(rows: Uint32Array, layer: number): Float32Array;
}

/** One implementation of the arithmetic above. */
export interface Kernel {
  readonly name: "reference" | "simd" | "native";
  /** Bytes of the region that a session needs. */
  regionBytes(network: Network, capacity: Capacity): number;
  /** @throws {GridientError} E_KERNEL if the region is too small or the layers do not fit the data. */
  open(data: DatasetMemory, region: Region, network: Network, capacity: Capacity): Session;
}
