import { createRequire } from "node:module";
import type * as Png from "fast-png";
import type * as Jpeg from "jpeg-js";
import { exifOf } from "./exif-of.ts";
import { orientationIn, upright } from "./orientation.ts";
import type { Pixels } from "./pixels.ts";
import { essentialChunks } from "./essential-chunks.ts";
import { pngPixels } from "./png-pixels.ts";

/** The decoders are loaded when an image is there: every command knows of this data set, few meet one. */
const load = createRequire(import.meta.url);
const png = (): typeof Png => load("fast-png") as typeof Png;
const jpeg = (): typeof Jpeg => load("jpeg-js") as typeof Jpeg;

/** Larger images are no data to learn from by this program. */
const MOST_MEGAPIXELS = 50;
const MOST_MEMORY_MB = 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** Returns whether bytes begin as those of a PNG or JPEG. */
export function isImage(bytes: Uint8Array): boolean {
  return startsWith(bytes, PNG) || startsWith(bytes, JPEG);
}

/**
 * Returns the pixels of a PNG or JPEG, upright as every viewer shows them.
 * @throws {Error} If the bytes are neither, damaged or too large.
 */
export function decodeImage(bytes: Uint8Array): Pixels {
  const exif = exifOf(bytes);
  return upright(decode(bytes), exif ? orientationIn(exif) : 1);
}

function decode(bytes: Uint8Array): Pixels {
  if (startsWith(bytes, JPEG)) {
    const limits = { maxResolutionInMP: MOST_MEGAPIXELS, maxMemoryUsageInMB: MOST_MEMORY_MB };
    const { width, height, data } = jpeg().decode(bytes, { useTArray: true, formatAsRGBA: true, ...limits });
    return { width, height, rgba: data };
  }
  if (!startsWith(bytes, PNG)) throw new Error("it is neither PNG nor JPEG");
  return decodePng(bytes);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** Where a PNG says how large it is, how many bits a number has, and whether its lines are interlaced. */
const [WIDTH, HEIGHT, DEPTH, INTERLACE, HEADER_END] = [16, 20, 24, 28, 29] as const;

function decodePng(bytes: Uint8Array): Pixels {
  if (bytes.length < HEADER_END) throw new Error("it ends within its header");
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = header.getUint32(WIDTH) * header.getUint32(HEIGHT);
  if (size > MOST_MEGAPIXELS * 1e6) throw new Error(`it has more than ${MOST_MEGAPIXELS} million pixels`);
  const depth = header.getUint8(DEPTH);
  if (header.getUint8(INTERLACE) > 0 && depth < 8)
    // fast-png takes them for whole bytes
    throw new Error(`if interlaced it must have 8 or 16 bits: ${depth}; save it without interlacing`);
  return pngPixels(png().decode(essentialChunks(bytes)));
}
