import type { Pixels } from "./pixels.ts";

/** The size that images are brought to. */
export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: "grey" | "colour";
}

/**
 * Writes an image, stretched to a shape, on white where it is transparent: a byte for each pixel, or three, red first. A
 * pixel is the mean of what it covers, parts of pixels by their area.
 */
export function writeImage(into: Uint8Array, { width, height, rgba }: Pixels, shape: ImageShape): void {
  const channels = shape.channels === "grey" ? 1 : 3;
  const sums = new Float64Array(3);
  for (let y = 0; y < shape.height; y++) {
    const [top, bottom] = [(y * height) / shape.height, ((y + 1) * height) / shape.height];
    for (let x = 0; x < shape.width; x++) {
      const [left, right] = [(x * width) / shape.width, ((x + 1) * width) / shape.width];
      sums.fill(0);
      for (let row = Math.floor(top); row < Math.min(height, Math.ceil(bottom)); row++) {
        const share = Math.min(bottom, row + 1) - Math.max(top, row);
        for (let column = Math.floor(left); column < Math.min(width, Math.ceil(right)); column++) {
          const area = share * (Math.min(right, column + 1) - Math.max(left, column));
          addPixel(sums, rgba, 4 * (row * width + column), area);
        }
      }
      const area = (bottom - top) * (right - left);
      const place = (y * shape.width + x) * channels;
      if (channels === 1)
        into[place] = Math.round((0.299 * sums[0]! + 0.587 * sums[1]! + 0.114 * sums[2]!) / area);
      else
        for (let channel = 0; channel < 3; channel++)
          into[place + channel] = Math.round(sums[channel]! / area);
    }
  }
}

function addPixel(sums: Float64Array, rgba: Pixels["rgba"], at: number, area: number): void {
  const opaque = rgba[at + 3]! / 255;
  for (let channel = 0; channel < 3; channel++) {
    sums[channel]! += area * (opaque * rgba[at + channel]! + (1 - opaque) * 255);
  }
}
