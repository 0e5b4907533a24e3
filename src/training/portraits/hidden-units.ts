import { partRows, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import { usedFeatures } from "../../kernels/example-inputs.ts";
import { argmax, largestOf, smallestOf } from "../../math/extremes.ts";
import { WEIGHT_LEVELS, type HiddenUnit, type HiddenUnits } from "./portrait.ts";

const MOST_UNITS = 30;
/** The weight of full colour: only this share of a unit's weights is larger. */
const LARGEST_SHARE = 0.03;

/** What is known of a layer. */
interface Layer {
  /** Row-major [units, pixels]. */
  readonly weights: Float32Array;
  /** Row-major [examples, units]. */
  readonly activations: Float32Array;
}

/** Returns what the units of the first hidden layer look for, and the classes they fire for. */
export function hiddenUnits(
  { weights, activations }: Layer,
  labels: Uint8Array,
  data: DatasetMemory,
): HiddenUnits {
  const { features, target } = data;
  const count = weights.length / features;
  // Weights of pixels without ink in any training example never move: their first random values mean nothing.
  const inked = usedFeatures(data, partRows(data, "train"));
  const units = Array.from({ length: count }, (_, index): HiddenUnit => ({
    index,
    weights: levelsOf(weights.subarray(index * features, (index + 1) * features), inked),
    activity: activityOf(activations, { index, count }, { labels, classes: target.count }),
  }));
  const shown = units.toSorted((a, b) => spreadOf(b) - spreadOf(a) || a.index - b.index).slice(0, MOST_UNITS);
  return { count, shown: shown.sort((a, b) => argmax(a.activity) - argmax(b.activity) || a.index - b.index) };
}

function levelsOf(weights: Float32Array, inked: Uint8Array): number[] {
  const sizes = weights
    .map(Math.abs)
    .filter((_, i) => inked[i] === 1)
    .sort((a, b) => b - a);
  const full = sizes[Math.floor(sizes.length * LARGEST_SHARE)] || 1;
  return Array.from(weights, (weight, i) => {
    const level = inked[i] === 1 ? Math.round((weight / full) * WEIGHT_LEVELS) : 0;
    return Math.max(-WEIGHT_LEVELS, Math.min(WEIGHT_LEVELS, level)) || 0; // never -0
  });
}

function activityOf(
  activations: Float32Array,
  { index, count }: { index: number; count: number },
  { labels, classes }: { labels: Uint8Array; classes: number },
): number[] {
  const sums = new Array<number>(classes).fill(0);
  const examples = new Array<number>(classes).fill(0);
  labels.forEach((label, i) => {
    sums[label]! += activations[i * count + index]!;
    examples[label]!++;
  });
  return sums.map((sum, k) => Number((sum / Math.max(1, examples[k]!)).toFixed(4)));
}

function spreadOf({ activity }: HiddenUnit): number {
  return largestOf(activity) - smallestOf(activity);
}
