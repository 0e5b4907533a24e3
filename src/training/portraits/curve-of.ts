import type { NumberDataset } from "../../data/dataset.ts";
import type { TargetColumn } from "../../data/table/encoding.ts";
import { CURVE_POINTS, type FittedCurve } from "./portrait.ts";

const MARGIN = 0.05;
const MOST_EXAMPLES = 300;

/**
 * Returns the predictions of a network of one feature between the ends of the examples and a little beyond, in the units of
 * the data, and the examples that it learned from.
 *
 * @param outputsOn The network's outputs for the test part of a data set, row-major [examples, 1].
 */
export function curveOf(
  dataset: NumberDataset,
  outputsOn: (asked: NumberDataset) => Float32Array,
): FittedCurve {
  const { inputs, targets, parts } = dataset;
  const rows = parts.train.subarray(0, MOST_EXAMPLES);
  const places = [...placesOver(Float32Array.from(inputs)), ...Array.from(rows, (row) => inputs[row]!)];
  const outputs = outputsOn(askedAt(Float32Array.from(places), dataset));
  const [xOf, yOf] = unitsOf(dataset);
  const points = places.slice(0, CURVE_POINTS).map((x, i) => ({ x: xOf(x), y: yOf(outputs[i]!) }));
  const examples = Array.from(rows, (row, i) => {
    return { x: xOf(inputs[row]!), y: yOf(targets[row]!), answer: yOf(outputs[CURVE_POINTS + i]!) };
  });
  return { points, examples };
}

/** CURVE_POINTS inputs, evenly spaced. */
function placesOver(inputs: Float32Array): number[] {
  const low = inputs.reduce((least, x) => Math.min(least, x), Infinity);
  const high = inputs.reduce((most, x) => Math.max(most, x), -Infinity);
  const margin = MARGIN * (high - low || 1);
  const step = (high - low + 2 * margin) / (CURVE_POINTS - 1);
  return Array.from({ length: CURVE_POINTS }, (_, i) => low - margin + i * step);
}

/** Inputs as a data set without answers. */
function askedAt(inputs: Float32Array, { target }: NumberDataset): NumberDataset {
  const { length } = inputs;
  const none = new Uint32Array(0);
  return {
    features: 1,
    target,
    sizes: { train: 0, validation: 0, test: length },
    inputs,
    targets: new Float32Array(length),
    parts: { train: none, validation: none, test: Uint32Array.from(inputs, (_, i) => i) },
  };
}

type Decode = (value: number) => number;

/** How inputs and targets are read: as they are, or in the units of a table's columns. */
function unitsOf({ encoding }: NumberDataset): [Decode, Decode] {
  const input = encoding?.inputs[0];
  const target = encoding?.target;
  return [
    decoderOf(input?.kind === "number" ? input : undefined),
    decoderOf(target?.kind === "numbers" ? target.columns[0] : undefined),
  ];
}

function decoderOf(column: Pick<TargetColumn, "center" | "scale"> | undefined): Decode {
  if (!column) return (value) => value;
  return (value) => value * column.scale + column.center;
}
