import { Layer, Network } from "./network";

/** Copies the inputs of `count` examples, as f32, into the first layer's rows. */
export function copyInputs(network: Network, layer: Layer, rows: usize, count: usize): void {
  const features = network.features;
  let to = layer.inputs;
  for (const last = rows + 4 * count; rows < last; rows += 4, to += layer.inputBytes) {
    const first = usize(load<u32>(rows)) * features;
    if (network.inputsAreBytes) copyBytes(network.inputs + first, features, to);
    else copyFloats(network.inputs + 4 * first, features, to);
  }
}

/** A byte v becomes the f32 next to v / 255. Up to 3 bytes behind the row are copied into the padding. */
function copyBytes(from: usize, count: usize, to: usize): void {
  const largest = f32x4.splat(255);
  for (const end = from + count; from < end; from += 4, to += 16) {
    const value = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from)));
    v128.store(to, f32x4.div(f32x4.convert_i32x4_s(value), largest));
  }
}

/** Up to 3 values behind the row are copied into the padding. */
function copyFloats(from: usize, count: usize, to: usize): void {
  for (const end = from + 4 * count; from < end; from += 16, to += 16) v128.store(to, v128.load(from));
}
