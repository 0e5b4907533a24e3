import type { DecodedPng } from "../../files/system.ts";
import type { Pixels } from "./pixels.ts";

/** Returns the pixels of a PNG of any kind as bytes. @throws {Error} If a pixel has a colour that is not in its palette. */
export function pngPixels(png: DecodedPng): Pixels {
  const { width, height, channels, palette } = png;
  const rgba = new Uint8Array(4 * width * height);
  const samples = unpacked(png);
  // Beside channels of its own a palette is but a suggestion for poor screens.
  if (palette && channels === 1) writeByPalette(rgba, samples, palette);
  else writeByChannels(rgba, samples, png);
  return { width, height, rgba };
}

function writeByPalette(
  rgba: Uint8Array,
  samples: DecodedPng["data"],
  palette: readonly (readonly number[])[],
): void {
  for (let to = 0; to < rgba.length; to += 4) {
    const color = palette[samples[to / 4]!];
    if (!color) throw new Error(`its palette has no such colour (got ${palette.length} colours)`);
    rgba[to + 3] = 255;
    rgba.set(color, to);
  }
}

function writeByChannels(
  rgba: Uint8Array,
  samples: DecodedPng["data"],
  { channels, depth, transparency }: DecodedPng,
): void {
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const hasAlpha = channels % 2 === 0;
  const byteAt = byteOf(samples, depth);
  const isClear = (at: number): boolean => transparency!.every((value, c) => value === samples[at + c]);
  for (let at = 0, to = 0; to < rgba.length; at += channels, to += 4) {
    rgba[to] = byteAt(at);
    rgba[to + 1] = byteAt(at + green);
    rgba[to + 2] = byteAt(at + blue);
    rgba[to + 3] = hasAlpha ? byteAt(at + channels - 1) : transparency && isClear(at) ? 0 : 255;
  }
}

function byteOf(samples: DecodedPng["data"], depth: number): (at: number) => number {
  if (depth === 16) return (at) => samples[at]! >> 8;
  const scale = 255 / ((1 << depth) - 1);
  return (at) => samples[at]! * scale;
}

/** Returns an element for each number: a byte may hold several, the first in its highest bits; lines begin with a byte. */
function unpacked({ data, width, height, channels, depth }: DecodedPng): DecodedPng["data"] {
  if (depth >= 8) return data;
  const count = width * channels;
  const bytes = Math.ceil((count * depth) / 8);
  const samples = new Uint8Array(count * height);
  for (let i = 0; i < samples.length; i++) {
    const bit = (i % count) * depth;
    const byte = data[Math.floor(i / count) * bytes + (bit >> 3)]!;
    samples[i] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  }
  return samples;
}
