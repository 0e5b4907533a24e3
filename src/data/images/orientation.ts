import type { Pixels } from "./pixels.ts";

/** Tag of the orientation in Exif data, and the type of its value, a number of 16 bits. */
const [ORIENTATION, SHORT] = [0x0112, 3];
/** A number of 16 bits with which the data say whether small or large ends come first. */
const LITTLE_ENDIAN = 0x4949;
const MAGIC = 42;

/**
 * Returns how an image is to be turned, by the Exif data that cameras write: 1, as it is, to 8; 1 where they do not say.
 * @param exif As in a TIFF file: they begin with II or MM.
 */
export function orientationIn(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  try {
    const isLittle = view.getUint16(0) === LITTLE_ENDIAN;
    if (view.getUint16(2, isLittle) !== MAGIC) return 1;
    const start = view.getUint32(4, isLittle);
    const entries = view.getUint16(start, isLittle);
    for (let at = start + 2; at < start + 2 + 12 * entries; at += 12) {
      if (view.getUint16(at, isLittle) !== ORIENTATION || view.getUint16(at + 2, isLittle) !== SHORT)
        continue;
      const value = view.getUint16(at + 8, isLittle);
      return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
  } catch (error) {
    if (error instanceof RangeError) return 1; // cut off, as other programs do that change images
    throw error;
  }
}

/** Returns an image turned as its orientation says: by 3 upside down, by 6 a quarter to the right; some are mirrored. */
export function upright({ width, height, rgba }: Pixels, orientation: number): Pixels {
  if (orientation === 1) return { width, height, rgba };
  const isLying = orientation > 4;
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const shape = isLying ? { width: height, height: width } : { width, height };
  const turned = new Uint8Array(rgba.length);
  let to = 0;
  for (let y = 0; y < shape.height; y++) {
    for (let x = 0; x < shape.width; x++) {
      const [column, row] = isLying ? [y, x] : [x, y];
      const left = fromRight ? width - 1 - column : column;
      const top = fromBottom ? height - 1 - row : row;
      const from = 4 * (top * width + left);
      for (let channel = 0; channel < 4; channel++) turned[to++] = rgba[from + channel]!;
    }
  }
  return { ...shape, rgba: turned };
}
