/** Rows of f32, `vectors` times 4 lanes long. */

/** to = from */
export function copy(from: usize, to: usize, vectors: usize): void {
  for (const end = to + 16 * vectors; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
}

/** row = +0, for a multiple of 16 bytes */
export function clear(row: usize, bytes: usize): void {
  for (const end = row + bytes; row < end; row += 16) v128.store(row, f32x4.splat(0));
}

/** row = value */
export function fill(row: usize, vectors: usize, value: f32): void {
  const values = f32x4.splat(value);
  for (const end = row + 16 * vectors; row < end; row += 16) v128.store(row, values);
}

/** row = row + addend */
export function shift(row: usize, vectors: usize, addend: f32): void {
  const addends = f32x4.splat(addend);
  for (const end = row + 16 * vectors; row < end; row += 16) {
    v128.store(row, f32x4.add(v128.load(row), addends));
  }
}

/** row = row + addend, for `count` rows that begin `rowBytes` apart */
export function addToEach(rows: usize, rowBytes: usize, count: usize, addend: usize, vectors: usize): void {
  const bytes: usize = 16 * vectors;
  for (let at: usize = 0; at < bytes; at += 16) {
    const v = v128.load(addend + at);
    const end = rows + count * rowBytes;
    for (let row = rows + at; row < end; row += rowBytes) v128.store(row, f32x4.add(v128.load(row), v));
  }
}

/** to = to + factor * from */
export function addScaled(to: usize, from: usize, vectors: usize, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (const end = to + 16 * vectors; to < end; to += 16, from += 16) {
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(factors, v128.load(from))));
  }
}

/** row = factor * row */
export function scale(row: usize, vectors: usize, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (const end = row + 16 * vectors; row < end; row += 16) {
    v128.store(row, f32x4.mul(factors, v128.load(row)));
  }
}
