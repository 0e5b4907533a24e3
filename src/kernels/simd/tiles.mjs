/**
 * Writes the AssemblyScript of the two inner loops. Both work on strips of a matrix's columns that are narrow enough
 * for the CPU's registers, 1 to 12 vectors; AssemblyScript unrolls no loops, so each width is written out.
 * @module
 */

/** Vectors of the widest strip: 12 accumulators, x and a product leave two of the 16 registers of x86-64 free. */
const WIDEST = 12;

/** Returns the source of `tiles.ts`. */
export function tilesSource() {
  const widths = Array.from({ length: WIDEST }, (_, i) => i + 1);
  return `
/** out = sum of x * row over the entries (see entries.ts) from..to; rows begin at \`rows\`. */
export function sumRows(from: usize, to: usize, rows: usize, vectors: usize, out: usize): void {
  ${strips("sum", "out", widths)}
}

/** row = row + x * v for each entry (x, row). */
export function addToRows(from: usize, to: usize, rows: usize, vectors: usize, v: usize): void {
  ${strips("add", "v", widths)}
}
${widths.map((width) => sumTile(width) + addTile(width)).join("")}`;
}

/** Cuts the columns into as few strips as possible, of about equal width. */
function strips(name, vector, widths) {
  return `for (let left = (vectors + ${WIDEST - 1}) / ${WIDEST}; left > 0; left--) {
    const width = (vectors + left - 1) / left;
    switch (width) {
      ${widths.map((width) => `case ${width}: ${name}${width}(from, to, rows, ${vector}); break;`).join("\n      ")}
    }
    vectors -= width;
    rows += 16 * width;
    ${vector} += 16 * width;
  }`;
}

// The tiles are exported so that they are not inlined: the CPU's registers are too few for all in one function.

function sumTile(width) {
  return `
export function sum${width}(entry: usize, end: usize, rows: usize, out: usize): void {
  ${each(width, (i) => `let s${i} = f32x4.splat(0);`)}
  for (; entry < end; entry += 8) {
    const row = rows + load<u32>(entry);
    const x = v128.load32_splat(entry, 4);
    ${each(width, (i) => `s${i} = f32x4.add(s${i}, f32x4.mul(x, v128.load(row, ${16 * i})));`)}
  }
  ${each(width, (i) => `v128.store(out, s${i}, ${16 * i});`)}
}
`;
}

function addTile(width) {
  return `
export function add${width}(entry: usize, end: usize, rows: usize, v: usize): void {
  ${each(width, (i) => `const v${i} = v128.load(v, ${16 * i});`)}
  for (; entry < end; entry += 8) {
    const row = rows + load<u32>(entry);
    const x = v128.load32_splat(entry, 4);
    ${each(width, (i) => `v128.store(row, f32x4.add(v128.load(row, ${16 * i}), f32x4.mul(x, v${i})), ${16 * i});`)}
  }
}
`;
}

function each(width, line) {
  return Array.from({ length: width }, (_, i) => line(i)).join("\n    ");
}
