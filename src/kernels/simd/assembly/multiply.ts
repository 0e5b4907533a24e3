import { multiplyColumn1, multiplyColumn2, multiplyColumn3 } from "./multiply-tiles";

/** Rows of b of which a strip of columns fits the CPU's first cache. */
const DEPTH: usize = 256;

/**
 * c = c + a b, each value as c_rj + a_r0 b_0j + a_r1 b_1j + ... in this order.
 *
 *     a: rows x n            b: n x vectors          c: rows x vectors
 *     rows aRow apart,       rows bRow apart         rows cRow apart
 *     values aStep apart
 *
 * With aRow = 4 and aStep a row's bytes, a is a transposed matrix.
 */
export function multiplyAdd(
  a: usize,
  aRow: usize,
  aStep: usize,
  n: usize,
  b: usize,
  bRow: usize,
  vectors: usize,
  c: usize,
  cRow: usize,
  rows: usize,
): void {
  while (n > 0) {
    const depth = min(n, DEPTH);
    let width: usize = 0;
    for (let left = vectors; left > 0; left -= width) {
      const at: usize = 16 * (vectors - left);
      width = left == 4 ? 2 : min<usize>(left, 3);
      if (width == 3) multiplyColumn3(a, aRow, aStep, b + at, bRow, depth, c + at, cRow, rows);
      else if (width == 2) multiplyColumn2(a, aRow, aStep, b + at, bRow, depth, c + at, cRow, rows);
      else multiplyColumn1(a, aRow, aStep, b + at, bRow, depth, c + at, cRow, rows);
    }
    a += depth * aStep;
    b += depth * bRow;
    n -= depth;
  }
}
