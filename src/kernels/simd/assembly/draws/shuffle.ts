import { philox } from "./philox";

/** Writes `count` rows to `order` in the order of src/math/permutation.ts for this key and epoch. */
export function shuffle(rows: usize, order: usize, count: u32, key0: u32, key1: u32, epoch: u32): void {
  for (let i: u32 = 0; i < count; i++) store<u32>(order + 4 * usize(i), load<u32>(rows + 4 * usize(i)));
  let words = i32x4.splat(0);
  let block: u32 = 0;
  let lane: u32 = 4;
  for (let i: u32 = count; i > 1; ) {
    if (lane == 4) {
      words = philox(key0, key1, block, 0, epoch, 0);
      block++;
      lane = 0;
    }
    const bits = wordAt(words, lane);
    lane++;
    // As RandomStream's `integer`: drawn again where the remainder would favour some.
    const remainder = bits % i;
    if (u64(bits - remainder) > 0x100000000 - u64(i)) continue;
    i--;
    const last = order + 4 * usize(i);
    const other = order + 4 * usize(remainder);
    const moved = load<u32>(last);
    store<u32>(last, load<u32>(other));
    store<u32>(other, moved);
  }
}

function wordAt(words: v128, lane: u32): u32 {
  if (lane == 0) return u32(i32x4.extract_lane(words, 0));
  if (lane == 1) return u32(i32x4.extract_lane(words, 1));
  if (lane == 2) return u32(i32x4.extract_lane(words, 2));
  return u32(i32x4.extract_lane(words, 3));
}
