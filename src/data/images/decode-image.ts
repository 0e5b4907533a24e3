import { createRequire } from "node:module";
import type * as Png from "fast-png";
import type * as Jpeg from "jpeg-js";

/** The decoders are loaded when an image is there: every command knows of this data set, few meet one. */
const load = createRequire(import.meta.url);
const png = (): typeof Png => load("fast-png") as typeof Png;
const jpeg = (): typeof Jpeg => load("jpeg-js") as typeof Jpeg;

/** An image as bytes: row-major red, green, blue, and how opaque, for each pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Larger images are no data to learn from by this program. */
const MOST_MEGAPIXELS = 50;
const MOST_MEMORY_MB = 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** Returns the pixels of a PNG or JPEG. @throws {Error} If the bytes are neither, damaged or too large. */
export function decodeImage(bytes: Uint8Array): Pixels {
  if (JPEG.every((byte, i) => bytes[i] === byte)) {
    const limits = { maxResolutionInMP: MOST_MEGAPIXELS, maxMemoryUsageInMB: MOST_MEMORY_MB };
    const { width, height, data } = jpeg().decode(bytes, { useTArray: true, formatAsRGBA: true, ...limits });
    return { width, height, rgba: data };
  }
  if (!PNG.every((byte, i) => bytes[i] === byte)) throw new Error("it is neither PNG nor JPEG");
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes.byteLength < 24 ? 0 : header.getUint32(16) * header.getUint32(20);
  if (size > MOST_MEGAPIXELS * 1e6) throw new Error(`it has more than ${MOST_MEGAPIXELS} million pixels`);
  return toPixels(png().decode(bytes));
}

function toPixels({
  width,
  height,
  data,
  depth,
  channels,
  palette,
  transparency,
}: ReturnType<ReturnType<typeof png>["decode"]>): Pixels {
  const rgba = new Uint8Array(4 * width * height);
  if (depth < 8) throw new Error(`it must have 8 or 16 bits: ${depth}`);
  const byteAt = (i: number): number => (depth === 16 ? data[i]! >> 8 : data[i]!);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels;
    const color = palette?.[data[pixel]!];
    const [red, green, blue] =
      color ??
      (channels < 3 ? [byteAt(at), byteAt(at), byteAt(at)] : [byteAt(at), byteAt(at + 1), byteAt(at + 2)]);
    const alpha = color ? (color[3] ?? 255) : channels % 2 === 0 ? byteAt(at + channels - 1) : 255;
    rgba.set([red!, green!, blue!, transparency && !color ? 255 : alpha], 4 * pixel);
  }
  return { width, height, rgba };
}
