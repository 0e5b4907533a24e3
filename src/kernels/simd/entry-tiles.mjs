/**
 * Writes the AssemblyScript of the two loops over sparse inputs, see assembly/entries.ts. In plain TypeScript:
 *
 *     for (const [e, example] of entries.entries()) {
 *       for (const { x, row } of example) {
 *         for (let j = 0; j < units; j++) out[e][j] += x * weights[row][j]; // sumEntries, from +0
 *         for (let j = 0; j < units; j++) weights[row][j] += x * v[e][j]; // addToEntries
 *       }
 *     }
 *
 * The loop over j is outside, in strips of up to 12 vectors of 4 lanes: the accumulators (or v) of a strip stay in
 * registers while the loop runs over an example's entries.
 *
 *     weights:  row  | strip 1 | strip 2 | rest |     out, v:  example  | strip 1 | strip 2 | rest |
 *
 * AssemblyScript unrolls no loops, so a tile of each width is written out, for the four entries of a group at once.
 * @module
 */

/** Vectors of the widest tile: 12 accumulators, x and a product leave two of the 16 registers of x86-64 free. */
const WIDEST = 12;
/** Vectors of a strip that others follow: whole cache lines. */
const STRIP = 8;
/** Entries in a group, and its bytes. */
const ENTRIES = 4;
const GROUP = 8 * ENTRIES;

/** Returns the source of `entry-tiles.ts`. */
export function entryTilesSource() {
  const widths = Array.from({ length: WIDEST }, (_, i) => i + 1);
  return `
/** out = sum of x * row of weights over the entries of each of \`count\` examples; rows of out are rowBytes apart. */
export function sumEntries(ends: usize, count: usize, weights: usize, vectors: usize, out: usize, rowBytes: usize): void {
  ${strips("sum", "out", widths)}
}

/** row of weights = itself + x * v for each entry of the examples in turn, v being the example's own row. */
export function addToEntries(ends: usize, count: usize, weights: usize, vectors: usize, v: usize, rowBytes: usize): void {
  ${strips("add", "v", widths)}
}

// Exported so that they are not inlined: one function for all tiles would keep too little in registers.
${widths.map((width) => sumTile(width) + addTile(width)).join("")}`;
}

function strips(name, rows, widths) {
  const tiles = widths.map(
    (width) => `case ${width}: ${name}${width}(ends, count, weights, ${rows}, rowBytes); break;`,
  );
  return `for (let width: usize = 0; vectors > 0; vectors -= width) {
    width = vectors > ${WIDEST} ? ${STRIP} : vectors;
    switch (width) {
      ${tiles.join("\n      ")}
    }
    weights += 16 * width;
    ${rows} += 16 * width;
  }`;
}

function sumTile(width) {
  const sum = (e, i) => `s${i} = f32x4.add(s${i}, f32x4.mul(x${e}, v128.load(row${e}, ${16 * i})));`;
  const loops = overExamples("out", {
    before: each(width, (i) => `let s${i} = f32x4.splat(0);`),
    forEntry: (e) => each(width, (i) => sum(e, i)),
    after: each(width, (i) => `v128.store(out, s${i}, ${16 * i});`),
  });
  return `
export function sum${width}(ends: usize, count: usize, weights: usize, out: usize, rowBytes: usize): void {
  ${loops}
}
`;
}

function addTile(width) {
  const sum = (e, i) => `f32x4.add(v128.load(row${e}, ${16 * i}), f32x4.mul(x${e}, v${i}))`;
  const loops = overExamples("v", {
    before: each(width, (i) => `const v${i} = v128.load(v, ${16 * i});`),
    forEntry: (e) => each(width, (i) => `v128.store(row${e}, ${sum(e, i)}, ${16 * i});`),
    after: "",
  });
  return `
export function add${width}(ends: usize, count: usize, weights: usize, v: usize, rowBytes: usize): void {
  ${loops}
}
`;
}

/** `ends` lists where the entries of each example end, after where the first begin. */
function overExamples(rows, { before, forEntry, after }) {
  const entry = (e) => `const row${e} = weights + load<u32>(entry, ${4 * e});
      const x${e} = v128.load32_splat(entry, ${4 * ENTRIES + 4 * e});
      ${forEntry(e)}`;
  return `let entry: usize = load<u32>(ends);
  for (const last = ends + 4 * count; ends < last; ${rows} += rowBytes) {
    ends += 4;
    ${before}
    for (const end: usize = load<u32>(ends); entry < end; entry += ${GROUP}) {
      ${each(ENTRIES, entry)}
    }
    ${after}
  }`;
}

function each(count, line) {
  return Array.from({ length: count }, (_, i) => line(i)).join("\n      ");
}
