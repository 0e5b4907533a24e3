import { partRows, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import { usedFeatures } from "../../kernels/example-inputs.ts";
import { argmax, largestOf, smallestOf } from "../../math/extremes.ts";
import type { HiddenUnit, HiddenUnits } from "./portrait.ts";
import { strongestExamples, type AskedExamples } from "./strongest-examples.ts";
import { weightLevels } from "./weight-levels.ts";

const MOST_UNITS = 30;
/** What is known of a layer. */
interface Layer {
  /** Row-major [units, pixels]. */
  readonly weights: Float32Array;
  /** Row-major [examples, units]. */
  readonly activations: Float32Array;
}

/** Returns what the units of the first hidden layer look for, and the classes and examples they fire for. */
export function hiddenUnits(
  { weights, activations }: Layer,
  asked: AskedExamples,
  data: DatasetMemory,
): HiddenUnits {
  const { features, target } = data;
  const count = weights.length / features;
  const inked = usedFeatures(data, partRows(data, "train"));
  const units = Array.from({ length: count }, (_, index): Omit<HiddenUnit, "top"> => ({
    index,
    weights: weightLevels(weights.subarray(index * features, (index + 1) * features), inked),
    activity: activityOf(activations, { index, count }, { labels: asked.labels, classes: target.count }),
  }));
  const shown = units.toSorted((a, b) => spreadOf(b) - spreadOf(a) || a.index - b.index).slice(0, MOST_UNITS);
  shown.sort((a, b) => argmax(a.activity) - argmax(b.activity) || a.index - b.index);
  const indices = shown.map(({ index }) => index);
  const { tops, examples } = strongestExamples(indices, { activations, count }, asked, data);
  return { count, shown: shown.map((unit, i) => ({ ...unit, top: tops[i]! })), examples };
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

function spreadOf({ activity }: Pick<HiddenUnit, "activity">): number {
  return largestOf(activity) - smallestOf(activity);
}
