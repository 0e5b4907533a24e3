import { multiplyTiles1, multiplyTiles2, multiplyTiles3 } from "./tiles";

/** Rows of b that fit the CPU's first cache, one strip of columns wide. */
const BLOCK: usize = 256;

/**
 * c = c + a b for `rows` rows of c: c_rj + a_r0 b_0j + a_r1 b_1j + ..., in this order.
 *
 *          <-- n -->           <- vectors ->         <- vectors ->
 *     a   | aRow    |     b   | n rows,     |    c  | rows,       |
 *         | apart   |         | bRow apart  |       | cRow apart  |
 *
 * The values of a row of a are aStep apart, so that a transposed matrix needs no copy.
 */
export function multiplyAdd(
  a: usize, aRow: usize, aStep: usize, n: usize,
  b: usize, bRow: usize, vectors: usize,
  c: usize, cRow: usize, rows: usize,
): void {
  for (; n > 0; ) {
    const depth = min(n, BLOCK);
    let width: usize = 0;
    for (let left = vectors; left > 0; left -= width) {
      const at: usize = 16 * (vectors - left);
      width = left == 4 ? 2 : min<usize>(left, 3);
      if (width == 3) multiplyTiles3(a, aRow, aStep, b + at, bRow, depth, c + at, cRow, rows);
      else if (width == 2) multiplyTiles2(a, aRow, aStep, b + at, bRow, depth, c + at, cRow, rows);
      else multiplyTiles1(a, aRow, aStep, b + at, bRow, depth, c + at, cRow, rows);
    }
    a += depth * aStep;
    b += depth * bRow;
    n -= depth;
  }
}
