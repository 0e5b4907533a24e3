/**
 * Sparse inputs: a list of what is not zero, in groups of four, the last one filled up with zeros.
 *
 *     | 4 x u32 offset of the row of weights | 4 x f32 input | next group ...
 *
 * Leaving zeros out changes no bit while weights are finite: sums begin with +0, and adding a product that is zero
 * keeps every float.
 */
import { HEAD, PACKED } from "./blocks";
import { Layer, Network } from "./network";

/** Bytes of four entries. */
const GROUP: usize = 32;

/** Lists the entries of `count` examples, unpacked from their blocks, and where those of each end. */
export function listEntries(network: Network, layer: Layer, rows: usize, count: usize): void {
  let ends = network.entryEnds;
  let to: usize = load<u32>(ends);
  for (const last = rows + 4 * count; rows < last; rows += 4) {
    const start = network.blockStarts + 4 * load<u32>(rows);
    to = unpack(load<u32>(start), layer.rowBytes, to);
    ends += 4;
    store<u32>(ends, to);
  }
}

/** Appends the entries of one block at `to`, and returns their end. A byte v becomes the f32 next to v / 255. */
function unpack(block: usize, rowBytes: usize, to: usize): usize {
  const stride = i32x4.splat(rowBytes as i32);
  const largest = f32x4.splat(255);
  const end = to + GROUP * load<u32>(block);
  for (block += HEAD; to < end; to += GROUP, block += PACKED) {
    const index = i32x4.extend_low_i16x8_u(v128.load64_zero(block));
    const value = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(block, 8)));
    v128.store(to, i32x4.mul(index, stride));
    v128.store(to, f32x4.div(f32x4.convert_i32x4_s(value), largest), 16);
  }
  return to;
}
