import { argmax } from "../../math/extremes.ts";
import { writePermutation } from "../../math/permutation.ts";
import type { PhiloxKey } from "../../math/philox.ts";
import { partsOf, TEST, TRAIN, VALIDATION, type Parts, type SplitPlan } from "./parts.ts";

/**
 * Returns parts of rows drawn group by group: each goes whole to the part, or fold, that is furthest below its share.
 * @param groups The group of each row, counted from 0.
 */
export function splitGroups(
  groups: ArrayLike<number>,
  { validation, test, fold }: SplitPlan,
  key: PhiloxKey,
): Parts {
  const count = groups.length;
  const sizes = sizesOf(groups);
  const order = drawn(sizes.length, key);
  const folds = fold && deal(order, sizes, new Array<number>(fold.of).fill(count / fold.of));
  const rest = order.filter((group) => folds?.[group] !== fold?.number || !fold);
  const left = rest.reduce((sum, group) => sum + sizes[group]!, 0);
  const wanted: number[] = [];
  wanted[TRAIN] = left - (validation + (fold ? 0 : test)) * count;
  wanted[VALIDATION] = validation * count;
  wanted[TEST] = fold ? 0 : test * count;
  const parts = deal(rest, sizes, wanted);
  return partsOf(Uint8Array.from(groups, (group) => parts[group] ?? TEST));
}

/** Returns the bin of each group that is dealt: the one with the most room left; of equal ones the first. */
function deal(order: readonly number[], sizes: readonly number[], wanted: readonly number[]): number[] {
  const room = [...wanted];
  const bins: number[] = [];
  for (const group of order) {
    const bin = argmax(room);
    room[bin]! -= sizes[group]!;
    bins[group] = bin;
  }
  return bins;
}

function sizesOf(groups: ArrayLike<number>): number[] {
  const sizes: number[] = [];
  for (let row = 0; row < groups.length; row++) sizes[groups[row]!] = (sizes[groups[row]!] ?? 0) + 1;
  return Array.from(sizes, (size) => size ?? 0);
}

function drawn(count: number, key: PhiloxKey): number[] {
  const order = new Uint32Array(count);
  writePermutation(order, key, 0);
  return [...order];
}
