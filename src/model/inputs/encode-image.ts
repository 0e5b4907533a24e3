import type { Pixels } from "../../data/images/pixels.ts";
import { writeImage } from "../../data/images/resize-image.ts";
import type { InputEncoding } from "../model.ts";
import { RowError } from "./row-error.ts";

/** An image of any size, as a canvas has it (`ImageData`): bytes, row by row from the top. */
export interface Image {
  readonly width: number;
  readonly height: number;
  /** For each pixel red, green, blue and opacity; or red, green, blue; or one byte of grey. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Channels of a colour image. */
const COLOUR = 3;

/**
 * Returns an image as training brings it to the network's shape, bytes [height, width, channels].
 * @throws {RowError} If it is none, or if the network takes no images of grey or colour.
 */
export function shapeImage(image: Image, encoding: InputEncoding & { kind: "pixels" }): Uint8Array {
  const { height, width, channels } = encoding;
  if (channels !== 1 && channels !== COLOUR)
    throw refused(`The model takes lists of bytes, as its pixels have ${channels} channels`);
  const bytes = new Uint8Array(height * width * channels);
  writeImage(bytes, pixelsOf(image), { height, width, channels: channels === 1 ? "grey" : "colour" });
  return bytes;
}

/** @throws {RowError} */
function pixelsOf({ width, height, data }: Image): Pixels {
  const pixels = width * height;
  const channels = data.length / pixels;
  const isWhole = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  if (!isWhole || ![1, 3, 4].includes(channels))
    throw refused(
      `An image must have 1, 3 or 4 bytes for each pixel (got ${data.length} for ${width} x ${height})`,
    );
  if (channels === 4) return { width, height, rgba: data };
  const rgba = new Uint8Array(4 * pixels).fill(255);
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let channel = 0; channel < 3; channel++)
      rgba[4 * pixel + channel] = data[channels === 1 ? pixel : 3 * pixel + channel]!;
  return { width, height, rgba };
}

function refused(message: string): RowError {
  return new RowError([{ message }]);
}
