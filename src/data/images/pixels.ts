import { MOST_MEGAPIXELS } from "../limits.ts";

/** An image as bytes: row-major red, green, blue, and how opaque, for each pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** Returns silently if an image has pixels, and not too many. @throws {Error} */
export function checkImageSize(width: number, height: number): void {
  if (width * height === 0) throw new Error(`it must have a pixel (got ${width} x ${height})`);
  if (width * height > MOST_MEGAPIXELS * 1e6)
    throw new Error(`it must have at most ${MOST_MEGAPIXELS} million pixels (got ${width} x ${height})`);
}
