/**
 * Writes the AssemblyScript of the matrix product's inner loop, see assembly/multiply.ts. In plain TypeScript:
 *
 *     for (let r = 0; r < rows; r++)
 *       for (let j = 0; j < columns; j++)
 *         for (let k = 0; k < n; k++) c[r][j] += a[r][k] * b[k][j];
 *
 * A tile holds `height` rows and `width` vectors of c in registers while k runs. Each step loads a row of b once for
 * all rows of the tile and a value of a once for all its vectors:
 *
 *                    b[k]:   | b0 | b1 | b2 |
 *     a[0][k]: x0       c:   | s00 s01 s02  |
 *     a[1][k]: x1            | s10 s11 s12  |
 *     a[2][k]: x2            | s20 s21 s22  |
 *
 * @module
 */

/** Heights of the tiles of each width: c, b, x and a product fit the 15 registers that V8 has on x86-64. */
const HEIGHTS = { 1: [4, 3, 2, 1], 2: [4, 3, 2, 1], 3: [3, 2, 1] };
const PARAMETERS =
  "a: usize, aRow: usize, aStep: usize, b: usize, bRow: usize, n: usize, c: usize, cRow: usize";

/** Returns the source of `multiply-tiles.ts`. */
export function multiplyTilesSource() {
  return Object.entries(HEIGHTS)
    .flatMap(([width, heights]) => [column(width, heights), ...heights.map((height) => tile(height, width))])
    .join("");
}

/** Goes down a column of tiles: the tallest, then one for what is left. */
function column(width, [tallest, ...others]) {
  const call = (height) => `multiply${height}x${width}(a, aRow, aStep, b, bRow, n, c, cRow)`;
  return `
export function multiplyColumn${width}(${PARAMETERS}, rows: usize): void {
  for (; rows >= ${tallest}; rows -= ${tallest}) {
    ${call(tallest)};
    a += ${tallest} * aRow;
    c += ${tallest} * cRow;
  }
  switch (rows) {
    ${others.map((height) => `case ${height}: return ${call(height)};`).join("\n    ")}
  }
}
`;
}

function tile(height, width) {
  const cells = (line) => each(height, (r) => each(width, (i) => line(r, i)));
  const addProducts = (r) => `const x${r} = v128.load32_splat(a + a${r});
    ${each(width, (i) => `s${r}${i} = f32x4.add(s${r}${i}, f32x4.mul(x${r}, b${i}));`)}`;
  return `
export function multiply${height}x${width}(${PARAMETERS}): void {
  ${each(height, (r) => `const a${r}: usize = ${r} * aRow, c${r}: usize = c + ${r} * cRow;`)}
  ${cells((r, i) => `let s${r}${i} = v128.load(c${r}, ${16 * i});`)}
  for (const end = b + n * bRow; b < end; b += bRow, a += aStep) {
    ${each(width, (i) => `const b${i} = v128.load(b, ${16 * i});`)}
    ${each(height, addProducts)}
  }
  ${cells((r, i) => `v128.store(c${r}, s${r}${i}, ${16 * i});`)}
}
`;
}

function each(count, line) {
  return Array.from({ length: count }, (_, i) => line(i)).join("\n    ");
}
