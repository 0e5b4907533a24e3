import type { BackpropagationStep, Example, LayerStep } from "./backpropagation-step.ts";
import type { Stage } from "./words.ts";

/** A number of a step: its symbol, how it is computed, and itself. */
export interface Equation {
  readonly symbol: string;
  /** With the numbers put in. */
  readonly computation: string;
  readonly value: string;
}

const SUBSCRIPTS = ["₁", "₂"];
/** The symbols of each layer's units: hidden, output. */
const UNITS = [["₁", "₂"], ["₃"]];

/** Returns a number with three decimals, as it is shown everywhere in the lesson. */
export function shown(value: number): string {
  return value
    .toFixed(3)
    .replace("-", "−")
    .replace(/^−(0\.000)$/, "$1");
}

/** Returns the name of a unit's quantity, as "z₁"; unit 3 is the output. */
export function symbolOf(quantity: string, layer: number, unit: number): string {
  return `${quantity}${UNITS[layer]?.[unit] ?? ""}`;
}

/** Returns the name of the weight with which a unit takes its input, as "w₁₂". */
export function weightSymbol(layer: number, unit: number, input: number): string {
  return `w${UNITS[layer]?.[unit] ?? ""}${SUBSCRIPTS[input] ?? ""}`;
}

/** Returns what one part of a step computes, in its order. */
export function equationsOf(
  stage: Stage,
  { layers, cost }: BackpropagationStep,
  { x, y }: Example,
  eta: number,
): Equation[] {
  const [hidden, output] = layers;
  if (!hidden || !output) return [];
  const answer = numberAt(output.a, 0);
  switch (stage) {
    case "forward":
      return [...forward(hidden, 0, x), ...forward(output, 1, [...hidden.a])];
    case "loss":
      return [{ symbol: "C", computation: `½ (${shown(y)} − ${shown(answer)})²`, value: shown(cost) }];
    case "backward":
      return backward(hidden, output, y);
    case "update":
      return [...update(output, 1, [...hidden.a], eta), ...update(hidden, 0, x, eta)];
    default:
      return stage satisfies never;
  }
}

function forward({ parameters, z, a }: LayerStep, layer: number, inputs: readonly number[]): Equation[] {
  return [...z].flatMap((sum, j) => [
    {
      symbol: symbolOf("z", layer, j),
      computation: `${inputs.map((input, i) => product(weightAt(parameters, j, i), input)).join(" + ")} + ${enclosed(numberAt(parameters.biases, j))}`,
      value: shown(sum),
    },
    { symbol: symbolOf("a", layer, j), computation: `σ(${shown(sum)})`, value: shown(numberAt(a, j)) },
  ]);
}

function backward(hidden: LayerStep, output: LayerStep, y: number): Equation[] {
  const [a, delta] = [numberAt(output.a, 0), numberAt(output.delta, 0)];
  const last = {
    symbol: symbolOf("δ", 1, 0),
    computation: `(${shown(a)} − ${shown(y)}) · ${slope(a)}`,
    value: shown(delta),
  };
  const others = [...hidden.delta].map((value, j) => ({
    symbol: symbolOf("δ", 0, j),
    computation: `${product(weightAt(output.parameters, 0, j), delta)} · ${slope(numberAt(hidden.a, j))}`,
    value: shown(value),
  }));
  return [last, ...others];
}

function update(
  { parameters, delta, updated }: LayerStep,
  layer: number,
  inputs: readonly number[],
  eta: number,
): Equation[] {
  return [...delta].flatMap((d, j) => [
    ...inputs.map((input, i) => ({
      symbol: weightSymbol(layer, j, i),
      computation: `${shown(weightAt(parameters, j, i))} − ${eta} · ${product(input, d)}`,
      value: shown(weightAt(updated, j, i)),
    })),
    {
      symbol: symbolOf("b", layer, j),
      computation: `${shown(numberAt(parameters.biases, j))} − ${eta} · ${enclosed(d)}`,
      value: shown(numberAt(updated.biases, j)),
    },
  ]);
}

/** σ′(z) from a. */
function slope(a: number): string {
  return `${shown(a)} (1 − ${shown(a)})`;
}

function product(left: number, right: number): string {
  return `${shown(left)} · ${enclosed(right)}`;
}

function enclosed(value: number): string {
  return value < 0 ? `(${shown(value)})` : shown(value);
}

/** Returns the weight with which a unit of two inputs takes one of them. */
export function weightAt({ weights }: LayerStep["parameters"], unit: number, input: number): number {
  return numberAt(weights, 2 * unit + input);
}

/** Returns an entry of a list. @throws {RangeError} If it has none at the place. */
export function numberAt(values: Float32Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no entry ${index} among ${values.length}`);
  return value;
}
