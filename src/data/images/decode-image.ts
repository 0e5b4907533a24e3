import type { Decoders } from "../../files/system.ts";
import { decodeJpeg } from "./decode-jpeg.ts";
import { decodePng } from "./decode-png.ts";
import { exifOf } from "./exif-of.ts";
import { orientationIn, upright } from "./orientation.ts";
import type { Pixels } from "./pixels.ts";

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
export function decodeImage(bytes: Uint8Array, decoders: Decoders): Pixels {
  const exif = exifOf(bytes);
  return upright(decode(bytes, decoders), exif ? orientationIn(exif) : 1);
}

function decode(bytes: Uint8Array, decoders: Decoders): Pixels {
  if (startsWith(bytes, JPEG)) return decodeJpeg(bytes, decoders);
  if (startsWith(bytes, PNG)) return decodePng(bytes, decoders);
  throw new Error("it is neither PNG nor JPEG");
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
