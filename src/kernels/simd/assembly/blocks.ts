/**
 * Inputs without their zeros. Each example has a block of its own, which begins at a cache line:
 *
 *     | u32 groups | 4 x u16 index | 4 x u8 value | 4 x u16 index | 4 x u8 value | ... | unused |
 *
 * A group names four features that are not zero, indices ascending; the last one is filled up with value 0 at index 0.
 */

/** Bytes before the groups, and of a group. */
export const HEAD: usize = 4;
export const PACKED: usize = 12;

/** Returns how many bytes of a row are not zero. */
export function countNonZeros(row: usize, features: usize): usize {
  let count: usize = 0;
  for (let i: usize = 0; i < features; i += 64) count += usize(popcnt(nonZeros(row + i, features - i)));
  return count;
}

/** Writes the block of a row of bytes to memory that holds zeros. */
export function writeBlock(row: usize, features: usize, block: usize): void {
  let count: usize = 0;
  for (let i: usize = 0; i < features; i += 64) {
    for (let bits = nonZeros(row + i, features - i); bits != 0; bits &= bits - 1) {
      const index = i + usize(ctz(bits));
      const group = block + HEAD + PACKED * (count >> 2);
      const slot = count & 3;
      store<u16>(group + 2 * slot, index as u16);
      store<u8>(group + slot, load<u8>(row + index), 8);
      count++;
    }
  }
  store<u32>(block, (count + 3) >> 2);
}

/** Returns one bit for each of the next 64 bytes, or of the `left` that remain; reads 64 bytes in any case. */
function nonZeros(bytes: usize, left: usize): u64 {
  let bits = nonZeros16(bytes) | (nonZeros16(bytes + 16) << 16);
  bits |= (nonZeros16(bytes + 32) | (nonZeros16(bytes + 48) << 16)) << 32;
  return left < 64 ? bits & ((u64(1) << left) - 1) : bits;
}

function nonZeros16(bytes: usize): u64 {
  return i8x16.bitmask(i8x16.ne(v128.load(bytes), i8x16.splat(0)));
}
