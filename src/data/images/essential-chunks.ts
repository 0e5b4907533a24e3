const SIGNATURE_BYTES = 8;
/** Length and type before the contents of a chunk, a checksum behind them. */
const [HEAD_BYTES, TAIL_BYTES] = [8, 4];
/** What the pixels depend on. Other chunks, such as texts, may be broken without harm. */
const ESSENTIAL: ReadonlySet<string> = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS"]);

/** Returns a PNG without the chunks that its pixels do not depend on. */
export function essentialChunks(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const kept = [png.subarray(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; at + HEAD_BYTES <= png.length;) {
    const end = at + HEAD_BYTES + view.getUint32(at) + TAIL_BYTES;
    const type = String.fromCharCode(...png.subarray(at + 4, at + HEAD_BYTES));
    if (ESSENTIAL.has(type)) kept.push(png.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
