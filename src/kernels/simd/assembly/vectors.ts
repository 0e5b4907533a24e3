/** Rows of f32, `vectors` times 4 lanes long. */

/** to = to + from */
export function add(to: usize, from: usize, vectors: usize): void {
  for (const end = to + 16 * vectors; to < end; to += 16, from += 16) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
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
