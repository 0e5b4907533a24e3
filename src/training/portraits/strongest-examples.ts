import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import { argmax } from "../../math/extremes.ts";
import { inkOf } from "./ink-of.ts";
import type { HiddenUnit, SeenExample } from "./portrait.ts";

/** Examples for each unit. */
const MOST_EXAMPLES = 4;
/** Pixels of all examples of all units: where images are large, there are fewer examples, or none. */
const MOST_PIXELS = 100_000;

/** The examples that a model was asked. */
export interface AskedExamples {
  readonly rows: Uint32Array;
  /** The class of each. */
  readonly labels: Uint8Array;
}

/** Returns the examples that some units of a layer respond to most: each example once, and for each unit their places. */
export function strongestExamples(
  units: readonly number[],
  layer: { readonly activations: Float32Array; readonly count: number },
  { rows, labels }: AskedExamples,
  data: DatasetMemory,
): { tops: HiddenUnit["top"][]; examples: SeenExample[] } {
  const most = Math.min(MOST_EXAMPLES, rows.length, Math.floor(MOST_PIXELS / (units.length * data.features)));
  const places = new Map<number, number>();
  const placeOf = (asked: number): number => {
    const place = places.get(asked) ?? places.size;
    places.set(asked, place);
    return place;
  };
  const tops = units.map((index) =>
    strongest(layer, index, most).map(([asked, activation]) => [placeOf(asked), activation] as const),
  );
  const examples = [...places.keys()].map((asked) => ({
    label: labels[asked]!,
    ink: inkOf(data, rows[asked]!),
  }));
  return { tops, examples };
}

/** Returns the places of the largest activations of a unit, of equal ones the first, and the activations there. */
function strongest(
  { activations, count }: { readonly activations: Float32Array; readonly count: number },
  index: number,
  most: number,
): [asked: number, activation: number][] {
  const own = Float32Array.from({ length: activations.length / count }, (_, i) => {
    return activations[i * count + index]!;
  });
  return Array.from({ length: most }, () => {
    const asked = argmax(own);
    const activation = Number(own[asked]!.toFixed(4));
    own[asked] = -Infinity;
    return [asked, activation];
  });
}
