import { joinBytes } from "../../text/utf8.ts";
import { pngChunk } from "./essential-chunks.ts";
import type { Pixels } from "./pixels.ts";

/** Passes of interlaced lines: x and y of the first pixel, steps to the next ones. Source: PNG specification, section 8.2. */
export const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const SIGNATURE_BYTES = 8;
/** The chunk that comes first: its length, and where it says how large the picture is and whether it is interlaced. */
const [HEADER_BYTES, WIDTH, HEIGHT, INTERLACE] = [25, 8, 12, 20] as const;

/** How large a picture is. */
interface Size {
  readonly width: number;
  readonly height: number;
  /** Returns how many bytes the lines of a pass have. */
  readonly bytesOf: (columns: number, rows: number) => number;
}

/**
 * Returns the pixels of an interlaced PNG: each of its passes is a smaller picture of its own.
 *
 * @param start Its essential chunks but for the pixels. @param lines Of all passes, unpacked.
 * @param decode Decodes a picture that is not interlaced.
 */
export function interlacedPng(
  start: Uint8Array,
  lines: Uint8Array,
  { width, height, bytesOf }: Size,
  decode: (png: Uint8Array) => Pixels,
): Pixels {
  const rgba = new Uint8Array(4 * width * height);
  let from = 0;
  for (const [left, top, across, down] of PASSES) {
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    if (columns <= 0 || rows <= 0) continue;
    const own = lines.subarray(from, (from += bytesOf(columns, rows)));
    const pass = decode(pictureOf(start, own, columns, rows));
    for (let i = 0; i < columns * rows; i++) {
      const at = (top + down * Math.floor(i / columns)) * width + left + across * (i % columns);
      rgba.set(pass.rgba.subarray(4 * i, 4 * i + 4), 4 * at);
    }
  }
  return { width, height, rgba };
}

/** Returns a picture of its own with the colours of the whole. */
function pictureOf(start: Uint8Array, lines: Uint8Array, width: number, height: number): Uint8Array {
  const own = Uint8Array.from(start);
  const header = new DataView(own.buffer, SIGNATURE_BYTES, HEADER_BYTES);
  header.setUint32(WIDTH, width);
  header.setUint32(HEIGHT, height);
  header.setUint8(INTERLACE, 0);
  return joinBytes([own, ...pngChunk("IDAT", packed(lines)), ...pngChunk("IEND")]);
}

/** Most bytes of a block that is stored as it is. */
const MOST_STORED = 0xffff;

/** Returns bytes in the format of zlib, as they are, without a checksum: the decoder reads over it. Source: RFC 1950, RFC 1951. */
function packed(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < bytes.length; at += MOST_STORED) {
    const block = bytes.subarray(at, at + MOST_STORED);
    const [isLast, size] = [at + block.length === bytes.length ? 1 : 0, block.length];
    parts.push(Uint8Array.of(isLast, size & 0xff, size >> 8, ~size & 0xff, (~size >> 8) & 0xff), block);
  }
  return joinBytes([...parts, new Uint8Array(4)]);
}
