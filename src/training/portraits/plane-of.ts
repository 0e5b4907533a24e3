import type { ClassDataset, PartName } from "../../data/dataset.ts";
import { answerAt } from "./confusion-of.ts";
import { PLANE_CELLS, type Plane } from "./portrait.ts";

const MARGIN = 0.08;
const MOST_EXAMPLES = 300;

/**
 * Returns what a network of two features answers all over the square that holds the examples.
 *
 * @param outputsOn The network's outputs for the test part of a data set, row-major [examples, classes].
 */
export function planeOf(
  dataset: ClassDataset,
  part: PartName,
  outputsOn: (grid: ClassDataset) => Float32Array,
): Plane {
  const { inputs, labels, target } = dataset;
  const [x, y] = [0, 1].map((feature) =>
    rangeOf(Float32Array.from(inputs).filter((_, i) => i % 2 === feature)),
  ) as [Range, Range];
  const outputs = outputsOn(gridOver(x, y, target));
  const examples = [...dataset.parts[part].subarray(0, MOST_EXAMPLES)].map((row) => ({
    x: inputs[2 * row]!,
    y: inputs[2 * row + 1]!,
    label: labels[row]!,
  }));
  const answers = Array.from({ length: PLANE_CELLS * PLANE_CELLS }, (_, i) =>
    answerAt({ outputs, classes: target.count }, i),
  );
  return { x, y, answers, examples };
}

type Range = readonly [low: number, high: number];

function rangeOf(values: Float32Array): Range {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const margin = MARGIN * (high - low || 1);
  return [low - margin, high + margin];
}

/** The centres of the cells as a data set: row by row from the top left. */
function gridOver(x: Range, y: Range, target: ClassDataset["target"]): ClassDataset {
  const cells = PLANE_CELLS * PLANE_CELLS;
  const inputs = new Float32Array(2 * cells);
  for (let i = 0; i < cells; i++) {
    const [column, row] = [i % PLANE_CELLS, Math.floor(i / PLANE_CELLS)];
    inputs[2 * i] = x[0] + ((column + 0.5) / PLANE_CELLS) * (x[1] - x[0]);
    inputs[2 * i + 1] = y[1] - ((row + 0.5) / PLANE_CELLS) * (y[1] - y[0]);
  }
  const none = new Uint32Array(0);
  return {
    features: 2,
    target,
    sizes: { train: 0, validation: 0, test: cells },
    inputs,
    labels: new Uint8Array(cells),
    parts: { train: none, validation: none, test: Uint32Array.from({ length: cells }, (_, i) => i) },
  };
}
