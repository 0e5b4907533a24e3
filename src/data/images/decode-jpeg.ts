import type { Decoders } from "../../files/system.ts";
import { MOST_JPEG_MEGABYTES, MOST_MEGAPIXELS, MOST_SCANNED_MEGAPIXELS, MOST_SCANS } from "../limits.ts";
import { checkImageSize, type Pixels } from "./pixels.ts";

/** Parts of a JPEG, by the byte behind 0xff: its end, a scan, and a frame, which says how large the image is. */
const [END, SCAN] = [0xd9, 0xda];
const FRAMES: ReadonlySet<number | undefined> = new Set([0xc0, 0xc1, 0xc2]);

/** Returns the pixels of a JPEG. @throws {Error} If it is damaged or too large; that is found before anything is decoded. */
export function decodeJpeg(bytes: Uint8Array, decoders: Decoders): Pixels {
  const { scan, size } = findScan(bytes);
  if (size) checkImageSize(...size);
  // What follows its end, such as a film, is no part of the image.
  const end = scan === undefined ? -1 : indexOfPart(bytes, END, scan);
  const image = end < 0 ? bytes : bytes.subarray(0, end + 2);
  const scans = countScans(image);
  if (scans > MOST_SCANS) throw new Error(`it must have at most ${MOST_SCANS} scans (got ${scans})`);
  const megapixels = size ? (size[0] * size[1] * scans) / 1e6 : 0;
  if (megapixels > MOST_SCANNED_MEGAPIXELS)
    throw new Error(`its ${scans} scans visit more than ${MOST_SCANNED_MEGAPIXELS} million pixels`);
  const limits = { megapixels: MOST_MEGAPIXELS, megabytes: MOST_JPEG_MEGABYTES };
  const { width, height, data } = decoders.decodeJpeg(image, limits);
  checkImageSize(width, height);
  return { width, height, rgba: data };
}

/** Returns where the first scan begins, and width and height of the frame before it, as far as the parts are sound. */
function findScan(bytes: Uint8Array): { scan?: number; size?: [width: number, height: number] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: [number, number] | undefined;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at + 1] === SCAN) return { scan: at, ...(size && { size }) };
    if (FRAMES.has(bytes[at + 1])) size = [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
  return size ? { size } : {};
}

/** Counts scans wherever they are, as the decoder may find some where there should be none. */
function countScans(bytes: Uint8Array): number {
  let count = 0;
  for (let at = indexOfPart(bytes, SCAN, 0); at >= 0; at = indexOfPart(bytes, SCAN, at + 2)) count++;
  return count;
}

function indexOfPart(bytes: Uint8Array, part: number, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === part) return at;
  return -1;
}
