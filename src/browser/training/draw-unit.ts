import type { Units } from "./messages.ts";

const NEGATIVE = [37, 99, 235] as const;
const POSITIVE = [217, 119, 6] as const;
/** Half the side of the part of the plane that is drawn, and its pixels. */
const REACH = 2;
const PIXELS = 28;

/**
 * Draws the pattern that a unit of the first layer responds to: for images its weights; for two inputs its weighted sum
 * over the plane; else its weights in one row. Zero is transparent, so that it fits light and dark backgrounds.
 */
export function drawUnit(canvas: HTMLCanvasElement, units: Units, unit: number): void {
  const { weights, biases, image } = units;
  const features = weights.length / biases.length;
  const own = weights.subarray(unit * features, (unit + 1) * features);
  if (features === 2 && !image) return paint(canvas, planeOf(own, biases[unit]!), PIXELS);
  paint(canvas, own, image ? image[1] : features);
}

/** Weighted sums over the plane, row-major from the upper left. */
function planeOf(weights: Float32Array, bias: number): Float32Array {
  const at = (pixel: number): number => ((pixel + 0.5) / PIXELS) * 2 * REACH - REACH;
  return Float32Array.from({ length: PIXELS * PIXELS }, (_, i) => {
    const [x, y] = [at(i % PIXELS), -at(Math.floor(i / PIXELS))];
    return weights[0]! * x + weights[1]! * y + bias;
  });
}

function paint(canvas: HTMLCanvasElement, values: Float32Array, width: number): void {
  const height = values.length / width;
  canvas.width = width;
  canvas.height = height;
  const pixels = new ImageData(width, height);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    pixels.data.set(
      [...(value < 0 ? NEGATIVE : POSITIVE), Math.round((255 * Math.abs(value)) / largest)],
      4 * i,
    );
  }
  canvas.getContext("2d")!.putImageData(pixels, 0, 0);
}
