import type { DatasetMemory } from "../dataset-memory.ts";
import type { Network } from "../network.ts";
import { softTargets } from "../soft-targets.ts";

/** What a network is to answer about one example. */
export interface Wanted {
  /** What each output is to be, float32. */
  readonly outputs: Float32Array;
  /** The class; of no output where numbers are to be predicted. */
  readonly label: number;
  /** What the loss of the example is multiplied by. */
  readonly weight: number;
}

/** Returns what a network is to answer about the example of a row. */
export function wantedOutputs(
  { memory, targetsOffset, target }: DatasetMemory,
  network: Network,
  row: number,
): Wanted {
  const { kind, count } = target;
  if (kind === "numbers") {
    const outputs = new Float32Array(memory.buffer, targetsOffset + 4 * row * count, count);
    return { outputs, label: -1, weight: 1 };
  }
  const label = new Uint8Array(memory.buffer, targetsOffset)[row]!;
  const { on, off } = softTargets(network);
  const outputs = Float32Array.from({ length: count }, (_, k) => (k === label ? on : off));
  return { outputs, label, weight: Math.fround(network.classWeights?.[label] ?? 1) };
}
