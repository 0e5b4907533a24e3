import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import { exampleInputs } from "../../kernels/example-inputs.ts";
import { INK_LEVELS } from "./portrait.ts";

/** Returns the pixels of an image, row-major, from 0 to INK_LEVELS. */
export function inkOf(data: DatasetMemory, row: number): number[] {
  const most = data.inputKind === "bytes" ? 255 : 1;
  return Array.from(exampleInputs(data, row), (value) => Math.round((value / most) * INK_LEVELS));
}
