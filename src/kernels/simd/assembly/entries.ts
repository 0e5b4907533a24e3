/**
 * A list of the values that are not zero, each with the row of a matrix that it is to be multiplied by:
 *
 *     | u32 offset of the row | f32 value | u32 | f32 | ...
 *
 * Leaving zeros out changes no bit while weights are finite: sums begin with +0, and adding a product that is zero
 * keeps every float.
 */

/** Bytes of one entry. */
export const ENTRY: usize = 8;

/**
 * Appends the entries of a row of f32 at `to`, and returns their end. One more entry may be overwritten.
 * Storing always and moving on only past non-zeros needs no branch, which the CPU would guess wrong.
 */
export function listFloats(values: usize, count: usize, rowBytes: usize, to: usize): usize {
  let row: usize = 0;
  for (const end = values + 4 * count; values < end; values += 4) {
    const value = load<f32>(values);
    store<u32>(to, row);
    store<f32>(to, value, 4);
    to += ENTRY * usize(value != 0);
    row += rowBytes;
  }
  return to;
}

/**
 * Appends the entries of a row of bytes at `to`, and returns their end; `byteValues` [256] has each byte's f32.
 * Reads up to 63 bytes behind the row: other data, always followed by a region.
 */
export function listBytes(bytes: usize, count: usize, byteValues: usize, rowBytes: usize, to: usize): usize {
  for (let i: usize = 0; i < count; i += 64) {
    // One bit for each of the next 64 bytes that is not zero ...
    let bits = nonZeros(bytes + i) | (nonZeros(bytes + i + 16) << 16);
    bits |= (nonZeros(bytes + i + 32) | (nonZeros(bytes + i + 48) << 16)) << 32;
    // ... and belongs to this row.
    if (i + 64 > count) bits &= (u64(1) << (count - i)) - 1;
    for (; bits != 0; bits &= bits - 1) {
      const at = i + usize(ctz(bits));
      store<u32>(to, at * rowBytes);
      store<f32>(to, load<f32>(byteValues + 4 * load<u8>(bytes + at)), 4);
      to += ENTRY;
    }
  }
  return to;
}

/** Returns one bit for each of 16 bytes. */
function nonZeros(bytes: usize): u64 {
  return i8x16.bitmask(i8x16.ne(v128.load(bytes), i8x16.splat(0)));
}
