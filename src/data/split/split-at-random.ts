import { writePermutation } from "../../math/permutation.ts";
import type { PhiloxKey } from "../../math/philox.ts";
import { partsOf, TEST, VALIDATION, type Fold, type Parts, type SplitPlan } from "./parts.ts";

/**
 * Returns parts of rows drawn at random, each with its share of every stratum to the nearest row; of a stratum one row at
 * least is for training, if there are no folds. Folds deal the drawn rows out in turn, one stratum after the other.
 *
 * @param strata The stratum of each row, counted from 0: its class; all 0 for none.
 */
export function splitAtRandom(strata: ArrayLike<number>, plan: SplitPlan, key: PhiloxKey): Parts {
  const parts = new Uint8Array(strata.length);
  const given = { drawn: 0, test: 0, validation: 0 };
  for (const rows of drawnByStratum(strata, key)) {
    const first = given.drawn;
    given.drawn += rows.length;
    const tests = plan.fold
      ? inFold(rows, first, plan.fold)
      : rows.slice(0, roomFor(plan.test * given.drawn - given.test, rows));
    const isTest = new Set(tests);
    const rest = rows.filter((row) => !isTest.has(row));
    const validations = rest.slice(0, roomFor(plan.validation * given.drawn - given.validation, rest));
    for (const row of tests) parts[row] = TEST;
    for (const row of validations) parts[row] = VALIDATION;
    given.test += tests.length;
    given.validation += validations.length;
  }
  return partsOf(parts);
}

/** Returns a wanted number as a whole one that leaves a row. */
function roomFor(wanted: number, rows: readonly number[]): number {
  return Math.max(0, Math.min(rows.length - 1, Math.round(wanted)));
}

function inFold(rows: readonly number[], first: number, { number, of }: Fold): number[] {
  return rows.filter((_, i) => (first + i) % of === number);
}

/** Returns the rows of each stratum in the order in which they are drawn. */
function drawnByStratum(strata: ArrayLike<number>, key: PhiloxKey): number[][] {
  const order = new Uint32Array(strata.length);
  writePermutation(order, key, 0);
  const drawn: number[][] = [];
  for (const row of order) (drawn[strata[row]!] ??= []).push(row);
  return drawn.filter(() => true); // without the holes of strata that have no rows
}
