import type { PartName, PartSizes } from "./dataset.ts";

/** Returns the parts as runs of row numbers: first the training rows from 0 on, then validation, then test. */
export function consecutiveParts({ train, validation, test }: PartSizes): Record<PartName, Uint32Array> {
  return {
    train: run(0, train),
    validation: run(train, validation),
    test: run(train + validation, test),
  };
}

function run(first: number, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; i++) rows[i] = first + i;
  return rows;
}
