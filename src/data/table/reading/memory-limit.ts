import type { System } from "../../../files/system.ts";

/** A value of a table, while that becomes a data set: 8 bytes in its column, 4 as an input, 4 where threads read it. */
const VALUE_BYTES = 16;
/** Inputs are 4 bytes each in a memory of 4 GiB. */
const MOST_INPUTS = 1 << 30;

/** Returns how many values a table may have, so that it fits the memory of the machine. */
export function mostValues({ memoryBytes }: System): number {
  return Math.min(MOST_INPUTS, Math.floor(memoryBytes() / VALUE_BYTES));
}

/** Returns what to do about a table that has more. */
export function memoryHint(most: number): string {
  const gibibytes = ((most * VALUE_BYTES) / 1073741824).toFixed(1);
  return `So many fit ${gibibytes} GiB of memory: leave out rows, or name columns below ignore`;
}
