import type { Decoders } from "../../files/system.ts";
import { MOST_PALETTE_BYTES, MOST_PIXEL_BYTES } from "../limits.ts";
import { essentialChunks } from "./essential-chunks.ts";
import { interlacedPng, PASSES } from "./interlaced-png.ts";
import { checkImageSize, type Pixels } from "./pixels.ts";
import { pngPixels } from "./png-pixels.ts";

/** Where a PNG says how large it is, how many bits a number has, what a pixel is, and whether its lines are interlaced. */
const [WIDTH, HEIGHT, DEPTH, COLOUR, INTERLACE, HEADER_END] = [16, 20, 24, 25, 28, 29] as const;
/** Numbers of a pixel, by its kind. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Before the packed pixels: the method, which is always the same. */
const METHOD_BYTES = 2;

/** Returns the pixels of a PNG. @throws {Error} If it is damaged or too large; that is found before its pixels are unpacked. */
export function decodePng(bytes: Uint8Array, decoders: Decoders): Pixels {
  if (bytes.length < HEADER_END) throw new Error("it ends within its header");
  const { wanted, isPacked, ...size } = pixelBytes(
    new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  const { pixels, paletteBytes, start, png } = essentialChunks(bytes);
  if (paletteBytes > MOST_PALETTE_BYTES)
    throw new Error(`its palette has more than ${MOST_PALETTE_BYTES / 3} colours`);
  const lines = unpacked(pixels, wanted, decoders);
  const wholePixels = (whole: Uint8Array): Pixels => pngPixels(decoders.decodePng(whole));
  // fast-png takes numbers of interlaced lines for whole bytes
  return isPacked ? interlacedPng(start, lines, size, wholePixels) : wholePixels(png);
}

/** What the lines of a PNG take, by its header alone. */
interface Lines {
  readonly width: number;
  readonly height: number;
  /** Bytes that the pixels unpack to. */
  readonly wanted: number;
  /** They are interlaced, and a byte holds several numbers. */
  readonly isPacked: boolean;
  /** Returns the bytes of the lines of one pass. */
  readonly bytesOf: (columns: number, rows: number) => number;
}

function pixelBytes(header: DataView): Lines {
  const [width, height, depth] = [header.getUint32(WIDTH), header.getUint32(HEIGHT), header.getUint8(DEPTH)];
  checkImageSize(width, height);
  const isInterlaced = header.getUint8(INTERLACE) > 0;
  const bits = depth * (CHANNELS[header.getUint8(COLOUR)] ?? 0);
  const bytesOf = (columns: number, rows: number): number =>
    columns > 0 ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0; // each line has a byte before it
  const bytes = isInterlaced
    ? PASSES.map(([x, y, dx, dy]) => bytesOf(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)))
    : [bytesOf(width, height)];
  const sum = bytes.reduce((total, part) => total + part);
  if (sum > MOST_PIXEL_BYTES)
    throw new Error(`its pixels must take at most ${MOST_PIXEL_BYTES} bytes (got ${sum})`);
  return { width, height, wanted: sum, isPacked: isInterlaced && depth < 8, bytesOf };
}

/** @throws {Error} If the packed pixels unpack to another number of bytes: the decoder would unpack all of them. */
function unpacked(packed: Uint8Array, wanted: number, { unpack }: Decoders): Uint8Array {
  const lines = unpack(packed.subarray(METHOD_BYTES), { format: "deflate", most: wanted });
  if (!lines) throw new Error(`its pixels unpack to more than ${wanted} bytes`);
  if (lines.length < wanted) throw new Error(`its pixels end after ${lines.length} of ${wanted} bytes`);
  return lines;
}
