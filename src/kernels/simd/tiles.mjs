/**
 * Writes the AssemblyScript of the inner loops. They work on strips of a matrix's columns that are narrow enough for
 * the CPU's registers; AssemblyScript unrolls no loops, so each width is written out.
 * @module
 */

/** Vectors of the widest strip: 12 accumulators, x and a product leave two of the 16 registers of x86-64 free. */
const WIDEST = 12;
const UNROLL = 4;
const LINES = 8;

/** Returns the source of `tiles.ts`. */
export function tilesSource() {
  const widths = Array.from({ length: WIDEST }, (_, i) => i + 1);
  return `
/** Each row of out = sum of x * row of weights over an example's entries (see entries.ts). */
export function sumEntries(ends: usize, out: usize, rowBytes: usize, count: usize, weights: usize, vectors: usize): void {
  ${strips("sum", "out", widths)}
}

/** Row of weights = itself + x * v for each entry (x, row) of the examples in turn, v being an example's row. */
export function addToEntries(ends: usize, v: usize, rowBytes: usize, count: usize, weights: usize, vectors: usize): void {
  ${strips("add", "v", widths)}
}
${widths.map((width) => sumTile(width) + addTile(width)).join("")}
${[1, 2, 3].map((width) => multiplyTiles(width)).join("")}
${[1, 2, 3].flatMap((width) => heights(width).map((height) => multiplyTile(height, width))).join("")}`;
}

/** Cuts the columns into strips, of which all but the last end with a cache line. */
function strips(name, rows, widths) {
  return `for (let width: usize = 0; vectors > 0; vectors -= width) {
    width = vectors > ${WIDEST} ? ${LINES} : vectors;
    switch (width) {
      ${widths.map((width) => `case ${width}: ${name}${width}(ends, ${rows}, rowBytes, count, weights); break;`).join("\n      ")}
    }
    weights += 16 * width;
    ${rows} += 16 * width;
  }`;
}

// The tiles are exported so that they are not inlined: the CPU's registers are too few for all in one function.

function sumTile(width) {
  return `
export function sum${width}(ends: usize, out: usize, rowBytes: usize, count: usize, weights: usize): void {
  let entry: usize = load<u32>(ends);
  for (const last = ends + 4 * count; ends < last; out += rowBytes) {
    ends += 4;
    const end: usize = load<u32>(ends);
    ${each(width, (i) => `let s${i} = f32x4.splat(0);`)}
    for (; entry < end; entry += 32) {
      ${each(
        UNROLL,
        (e) => `
      const row${e} = weights + load<u32>(entry, ${4 * e});
      const x${e} = v128.load32_splat(entry, ${16 + 4 * e});
      ${each(width, (i) => `s${i} = f32x4.add(s${i}, f32x4.mul(x${e}, v128.load(row${e}, ${16 * i})));`)}`,
      )}
    }
    ${each(width, (i) => `v128.store(out, s${i}, ${16 * i});`)}
  }
}
`;
}

function addTile(width) {
  return `
export function add${width}(ends: usize, v: usize, rowBytes: usize, count: usize, weights: usize): void {
  let entry: usize = load<u32>(ends);
  for (const last = ends + 4 * count; ends < last; v += rowBytes) {
    ends += 4;
    const end: usize = load<u32>(ends);
    ${each(width, (i) => `const v${i} = v128.load(v, ${16 * i});`)}
    for (; entry < end; entry += 32) {
      ${each(
        UNROLL,
        (e) => `
      const row${e} = weights + load<u32>(entry, ${4 * e});
      const x${e} = v128.load32_splat(entry, ${16 + 4 * e});
      ${each(width, (i) => `v128.store(row${e}, f32x4.add(v128.load(row${e}, ${16 * i}), f32x4.mul(x${e}, v${i})), ${16 * i});`)}`,
      )}
    }
  }
}
`;
}

const MULTIPLY =
  "a: usize, aRow: usize, aStep: usize, b: usize, bRow: usize, n: usize, c: usize, cRow: usize";

function multiplyTiles(width) {
  const [tallest, ...rest] = heights(width);
  const call = (height) => `multiply${height}x${width}(a, aRow, aStep, b, bRow, n, c, cRow)`;
  return `
export function multiplyTiles${width}(${MULTIPLY}, rows: usize): void {
  for (; rows >= ${tallest}; rows -= ${tallest}) {
    ${call(tallest)};
    a += ${tallest} * aRow;
    c += ${tallest} * cRow;
  }
  switch (rows) {
    ${rest.map((height) => `case ${height}: return ${call(height)};`).join("\n    ")}
  }
}
`;
}

function heights(width) {
  return width === 3 ? [3, 2, 1] : [4, 3, 2, 1];
}

function multiplyTile(height, width) {
  const cells = (line) => each(height, (r) => each(width, (i) => line(r, i)));
  return `
export function multiply${height}x${width}(${MULTIPLY}): void {
  ${each(height - 1, (r) => `const a${r + 1} = aRow${r > 0 ? ` * ${r + 1}` : ""};`)}
  ${each(height, (r) => `const c${r} = c + ${r} * cRow;`)}
  ${cells((r, i) => `let s${r}${i} = v128.load(c${r}, ${16 * i});`)}
  for (const end = b + n * bRow; b < end; b += bRow, a += aStep) {
    ${each(width, (i) => `const b${i} = v128.load(b, ${16 * i});`)}
    ${each(
      height,
      (r) => `const x${r} = v128.load32_splat(a${r > 0 ? ` + a${r}` : ""});
    ${each(width, (i) => `s${r}${i} = f32x4.add(s${r}${i}, f32x4.mul(x${r}, b${i}));`)}`,
    )}
  }
  ${cells((r, i) => `v128.store(c${r}, s${r}${i}, ${16 * i});`)}
}
`;
}

function each(count, line) {
  return Array.from({ length: count }, (_, i) => line(i)).join("\n    ");
}
