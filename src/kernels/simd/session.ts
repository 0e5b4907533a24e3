import { GridientError } from "../../errors.ts";
import type { PhiloxKey } from "../../math/philox.ts";
import { stepLength } from "../batch-steps.ts";
import type { DatasetMemory } from "../dataset-memory.ts";
import { BIAS, WEIGHT, type Deviations } from "../draw-parameters.ts";
import { DIRECT_BATCH, type Evaluation, type OptimizerState, type Session } from "../kernel.ts";
import type { Layer, LayerParameters, Network } from "../network.ts";
import { ruleOf } from "../optimizers/rule-of.ts";
import { describeNetwork, type Totals } from "./describe-network.ts";
import { instantiate, type SimdExports } from "./instantiate.ts";
import type { LayerLayout, Layout } from "./layout.ts";
import { areFinite, readParameters, writeParameters } from "./parameters.ts";

/** One instance of the WebAssembly module at work in its region. */
export class SimdSession implements Session {
  readonly #buffer: SharedArrayBuffer;
  readonly #layout: Layout;
  readonly #network: Network;
  readonly #totals: Totals;
  readonly #wasm: SimdExports;
  /** Byte offset. */
  readonly #trainRows: number;

  /** @param functions What computes: the WebAssembly module's, or others with the same bits. */
  constructor(
    data: DatasetMemory,
    network: Network,
    layout: Layout,
    functions: SimdExports = instantiate(data.memory),
  ) {
    this.#buffer = data.memory.buffer;
    this.#layout = layout;
    this.#totals = describeNetwork(data, network, layout);
    this.#wasm = functions;
    this.#network = network;
    this.#trainRows = data.partsOffset;
    const nothing = network.layers.map(zeros);
    this.setParameters(nothing);
    this.setOptimizerState(Object.fromEntries(this.#stateNames().map((name) => [name, nothing])));
  }

  setParameters(parameters: readonly LayerParameters[]): void {
    this.#layout.layers.forEach((layer, l) => writeParameters(this.#buffer, layer, parameters[l]!, layer));
  }

  drawParameters(deviations: readonly Deviations[], [key0, key1]: PhiloxKey): void {
    const { drawNormals } = this.#wasm;
    this.setParameters(this.#network.layers.map(zeros));
    this.#layout.layers.forEach(({ weights, biases, rowBytes, fanIn, units }, l) => {
      const deviation = deviations[l]!;
      drawNormals(weights, rowBytes, fanIn, units, l, WEIGHT, deviation.weights, key0, key1);
      if (deviation.biases !== 0)
        drawNormals(biases, rowBytes, 1, units, l, BIAS, deviation.biases, key0, key1);
    });
  }

  parameters(): LayerParameters[] {
    return this.#layout.layers.map((layer) => readParameters(this.#buffer, layer, layer));
  }

  isFinite(): boolean {
    return this.#layout.layers.every((layer) => areFinite(this.#buffer, layer, layer));
  }

  setOptimizerState(state: OptimizerState): void {
    this.#stateNames().forEach((name, s) => {
      this.#layout.layers.forEach((layer, l) => {
        writeParameters(this.#buffer, layer, state[name]![l]!, layer.states[s]!);
      });
    });
  }

  optimizerState(): OptimizerState {
    const { layers } = this.#layout;
    const read = (s: number) => layers.map((layer) => readParameters(this.#buffer, layer, layer.states[s]!));
    return Object.fromEntries(this.#stateNames().map((name, s) => [name, read(s)]));
  }

  shuffle(order: Uint32Array, [key0, key1]: PhiloxKey, epoch: number): void {
    const { rows, rowCapacity } = this.#layout;
    checkLength("examples", order.length, rowCapacity);
    this.#wasm.shuffle(this.#trainRows, rows, order.length, key0, key1, epoch);
    order.set(new Uint32Array(this.#buffer, rows, order.length));
  }

  train(
    order: Uint32Array,
    batchSize: number,
    steps: Float32Array,
    losses: Float64Array,
    epoch: number = 0,
  ): void {
    const { network, steps: stepsOffset, losses: lossesOffset, rowCapacity, batchCapacity } = this.#layout;
    const batches = Math.ceil(order.length / batchSize);
    checkLength("examples", order.length, rowCapacity);
    checkLength("batches", batches, batchCapacity);
    const stepValues = batches * stepLength(this.#network);
    new Float32Array(this.#buffer, stepsOffset, stepValues).set(steps.subarray(0, stepValues));
    this.#totals.epoch[0] = epoch;
    this.#wasm.train(network, this.#place(order), order.length, batchSize, stepsOffset, lossesOffset);
    losses.set(new Float64Array(this.#buffer, lossesOffset, batches));
  }

  gradient(rows: Uint32Array): LayerParameters[] {
    const { network, layers, rowCapacity } = this.#layout;
    this.#wasm.clearSums(network);
    for (const slice of slices(rows, rowCapacity)) {
      this.#wasm.addGradient(network, this.#place(slice), slice.length);
    }
    return layers.map((layer) => {
      const { weightSums: weights, biasSums: biases } = layer;
      return readParameters(this.#buffer, layer, { weights, biases });
    });
  }

  evaluate(rows: Uint32Array, outputs?: Float32Array): Evaluation {
    const { lossSum, correct } = this.#totals;
    const { network, layers, rowCapacity } = this.#layout;
    const last = layers.at(-1)!;
    lossSum[0] = 0;
    correct[0] = 0;
    let copied = 0;
    for (const slice of slices(rows, outputs ? DIRECT_BATCH : rowCapacity)) {
      this.#wasm.evaluate(network, this.#place(slice), slice.length);
      const end = copied + slice.length * last.units;
      if (outputs) this.#copyActivations(last, outputs.subarray(copied, end));
      copied = end;
    }
    return { lossSum: lossSum[0], correct: correct[0] };
  }

  activations(rows: Uint32Array, layer: number): Float32Array {
    checkLength("examples", rows.length, DIRECT_BATCH);
    const { network, layers } = this.#layout;
    this.#wasm.forward(network, this.#place(rows), rows.length);
    const unpadded = new Float32Array(rows.length * layers[layer]!.units);
    this.#copyActivations(layers[layer]!, unpadded);
    return unpadded;
  }

  /** Fills `unpadded`, row-major [rows, units], with a layer's activations of the first rows that went forward last. */
  #copyActivations({ units, rowBytes, activations }: LayerLayout, unpadded: Float32Array): void {
    const stride = rowBytes / 4;
    const rows = unpadded.length / units;
    const padded = new Float32Array(this.#buffer, activations, rows * stride);
    for (let row = 0; row < rows; row++) {
      for (let unit = 0; unit < units; unit++) unpadded[row * units + unit] = padded[row * stride + unit]!;
    }
  }

  #stateNames(): readonly string[] {
    const { optimizer } = this.#network;
    return optimizer ? ruleOf(optimizer.name).state : [];
  }

  /** Copies row numbers to where the WebAssembly module finds them, and returns the place. */
  #place(rows: Uint32Array): number {
    const { rows: offset } = this.#layout;
    new Uint32Array(this.#buffer, offset, rows.length).set(rows);
    return offset;
  }
}

function zeros({ fanIn, units }: Layer): LayerParameters {
  return { weights: new Float32Array(fanIn * units), biases: new Float32Array(units) };
}

function* slices(rows: Uint32Array, length: number): Generator<Uint32Array> {
  for (let start = 0; start < rows.length; start += length) yield rows.subarray(start, start + length);
}

/** @throws {GridientError} E_KERNEL */
function checkLength(what: string, found: number, most: number): void {
  if (found <= most) return;
  throw new GridientError("E_KERNEL", `One call must have at most ${most} ${what} (got ${found})`);
}
