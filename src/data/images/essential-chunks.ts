import { joinBytes, utf8Bytes } from "../../text/utf8.ts";

const SIGNATURE_BYTES = 8;
/** Length and type before the contents of a chunk, a checksum behind them. */
const [HEAD_BYTES, TAIL_BYTES] = [8, 4];
/** What the pixels depend on besides their own data. Other chunks, such as texts, may be broken, or unpack to anything. */
const ESSENTIAL: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS"]);

/** What the pixels of a PNG depend on. */
export interface EssentialChunks {
  /** The packed pixels: the contents of all chunks that hold some. */
  readonly pixels: Uint8Array;
  readonly paletteBytes: number;
  /** The chunks before the pixels. */
  readonly start: Uint8Array;
  /** A PNG of these chunks alone, in which one holds all pixels. */
  readonly png: Uint8Array;
}

/** Returns what the pixels of a PNG depend on. @throws {Error} If it does not end. */
export function essentialChunks(png: Uint8Array): EssentialChunks {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const kept = [png.subarray(0, SIGNATURE_BYTES)];
  const data: Uint8Array[] = [];
  let paletteBytes = 0;
  for (let at = SIGNATURE_BYTES; at + HEAD_BYTES <= png.length;) {
    const bytes = view.getUint32(at);
    const end = at + HEAD_BYTES + bytes + TAIL_BYTES;
    const type = String.fromCharCode(...png.subarray(at + 4, at + HEAD_BYTES));
    if (ESSENTIAL.has(type)) kept.push(png.subarray(at, end));
    if (type === "PLTE") paletteBytes += bytes;
    if (type === "IDAT") data.push(png.subarray(at + HEAD_BYTES, end - TAIL_BYTES));
    if (type === "IEND") {
      const [start, pixels] = [joinBytes(kept), joinBytes(data)];
      const png = joinBytes([start, ...pngChunk("IDAT", pixels), ...pngChunk("IEND")]);
      return { pixels, paletteBytes, start, png };
    }
    at = end;
  }
  throw new Error("it ends within its chunks");
}

/** Returns a chunk in pieces. The decoder reads over checksums. */
export function pngChunk(type: string, contents: Uint8Array = new Uint8Array(0)): Uint8Array[] {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(utf8Bytes(type), 4);
  new DataView(head.buffer).setUint32(0, contents.length);
  return [head, contents, new Uint8Array(TAIL_BYTES)];
}
