import { inverseNormal } from "../../src/math/inverse-normal.ts";
import { philox } from "../../src/math/philox.ts";
import { unitInterval } from "../../src/math/random-stream.ts";

const ETA = 1;

/** How many units each layer has, and whether zeros of the inputs are left out. */
export interface NaiveShape {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  readonly skipsZeros: boolean;
}

interface NaiveLayer {
  readonly fanIn: number;
  readonly units: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  readonly weightGradients: Float32Array;
  readonly biasGradients: Float32Array;
  readonly activations: Float32Array;
  readonly errors: Float32Array;
}

/**
 * What one writes without thinking of speed: one hidden layer of sigmoids, ten sigmoid outputs, quadratic cost, loops
 * over Float32Arrays, one example at a time. With `skipsZeros` the loops over the inputs of an example visit only
 * those that are not zero.
 */
export class NaiveNetwork {
  readonly #skipsZeros: boolean;
  readonly #hidden: NaiveLayer;
  readonly #output: NaiveLayer;

  constructor({ inputs, hidden, outputs, skipsZeros }: NaiveShape) {
    this.#skipsZeros = skipsZeros;
    this.#hidden = makeLayer(inputs, hidden, 1);
    this.#output = makeLayer(hidden, outputs, 2);
  }

  /**
   * Trains on the rows of a batch.
   * @param images Row-major [examples, inputs].
   */
  trainBatch(images: Float32Array, labels: Uint8Array, rows: Uint32Array): void {
    const hidden = this.#hidden;
    const output = this.#output;
    for (const layer of [hidden, output]) {
      layer.weightGradients.fill(0);
      layer.biasGradients.fill(0);
    }
    for (const row of rows) {
      const image = images.subarray(row * hidden.fanIn, (row + 1) * hidden.fanIn);
      const visited = this.#skipsZeros ? nonZeros(image) : undefined;
      forward(hidden, image, visited);
      forward(output, hidden.activations);
      outputErrors(output, labels[row]!);
      hiddenErrors(hidden, output);
      addGradients(output, hidden.activations);
      addGradients(hidden, image, visited);
    }
    step(hidden, ETA / rows.length);
    step(output, ETA / rows.length);
  }
}

function makeLayer(fanIn: number, units: number, seed: number): NaiveLayer {
  const words = new Uint32Array(4);
  const normal = (i: number) => {
    philox([5, seed], i, 0, 0, 0, words);
    return inverseNormal(unitInterval(words[0]!, words[1]!));
  };
  return {
    fanIn,
    units,
    weights: Float32Array.from({ length: units * fanIn }, (_, i) => normal(i) / Math.sqrt(fanIn)),
    biases: new Float32Array(units),
    weightGradients: new Float32Array(units * fanIn),
    biasGradients: new Float32Array(units),
    activations: new Float32Array(units),
    errors: new Float32Array(units),
  };
}

const found = new Uint16Array(65536);

/** Returns the positions of the values that are not zero, until the next call. */
function nonZeros(values: Float32Array): Uint16Array {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) found[count++] = i;
  return found.subarray(0, count);
}

function forward(layer: NaiveLayer, inputs: Float32Array, visited?: Uint16Array): void {
  const { fanIn, units, weights, biases, activations } = layer;
  for (let j = 0; j < units; j++) {
    const row = j * fanIn;
    let sum = biases[j]!;
    if (visited)
      for (let n = 0; n < visited.length; n++) sum += weights[row + visited[n]!]! * inputs[visited[n]!]!;
    else for (let i = 0; i < fanIn; i++) sum += weights[row + i]! * inputs[i]!;
    activations[j] = 1 / (1 + Math.exp(-sum));
  }
}

function outputErrors({ units, activations, errors }: NaiveLayer, label: number): void {
  for (let k = 0; k < units; k++) {
    const a = activations[k]!;
    errors[k] = (a - (k === label ? 1 : 0)) * a * (1 - a);
  }
}

function hiddenErrors(hidden: NaiveLayer, { units, fanIn, weights, errors }: NaiveLayer): void {
  hidden.errors.fill(0);
  for (let k = 0; k < units; k++) {
    for (let j = 0; j < fanIn; j++) hidden.errors[j]! += errors[k]! * weights[k * fanIn + j]!;
  }
  for (let j = 0; j < fanIn; j++) hidden.errors[j]! *= hidden.activations[j]! * (1 - hidden.activations[j]!);
}

function addGradients(layer: NaiveLayer, inputs: Float32Array, visited?: Uint16Array): void {
  const { fanIn, units, weightGradients, biasGradients, errors } = layer;
  for (let j = 0; j < units; j++) {
    const error = errors[j]!;
    const row = j * fanIn;
    biasGradients[j]! += error;
    if (visited) {
      for (let n = 0; n < visited.length; n++)
        weightGradients[row + visited[n]!]! += error * inputs[visited[n]!]!;
    } else {
      for (let i = 0; i < fanIn; i++) weightGradients[row + i]! += error * inputs[i]!;
    }
  }
}

function step(layer: NaiveLayer, rate: number): void {
  const { weights, biases, weightGradients, biasGradients } = layer;
  for (let i = 0; i < weights.length; i++) weights[i]! -= rate * weightGradients[i]!;
  for (let j = 0; j < biases.length; j++) biases[j]! -= rate * biasGradients[j]!;
}
