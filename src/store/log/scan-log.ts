import { readChunks } from "../../files/read-chunks.ts";

const NEWLINE = 10;
/** The id of a record is in the first bytes of its line. */
const HEAD_BYTES = 256;
const ID_KEY = '"record":{"id":"';
const ID_BYTES = 64;
const ID = /^[0-9a-f]{64}$/;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Receives the place of a line of a log; its contents are not checked yet.
 *
 * @param id The trial that it is about, if its first bytes name one.
 * @param bytes With the newline.
 */
export type OnLine = (id: string | undefined, offset: number, bytes: number) => void;

/** How far a log has been written. */
export interface LogEnd {
  /** Where the last whole line ends. What comes after it is still being written, or never was. */
  readonly end: number;
  /** Its writer has closed it: it ends with an empty line, and does not grow any more. */
  readonly isClosed: boolean;
}

/**
 * Finds the lines of a log from a position on, in one pass over its bytes, holding no more than a piece of it.
 *
 * @throws {Error} As `readChunks` does.
 */
export function scanLog(path: string, from: number, onLine: OnLine): LogEnd {
  let [offset, at, isClosed] = [from, from, false];
  let head = NOTHING; // of a line that continues in the next piece
  for (const { buffer, byteOffset, length } of readChunks(path, from)) {
    const chunk = Buffer.from(buffer, byteOffset, length);
    for (let start = 0; start < length;) {
      const newline = chunk.indexOf(NEWLINE, start);
      const end = Math.min(newline < 0 ? length : newline, start + HEAD_BYTES - head.length);
      if (newline < 0) {
        head = Buffer.concat([head, chunk.subarray(start, end)]);
        break;
      }
      const bytes = at + newline + 1 - offset;
      isClosed = bytes === 1;
      if (head.length > 0) {
        const whole = Buffer.concat([head, chunk.subarray(start, end)]);
        onLine(idIn(whole, 0, whole.length), offset, bytes);
      } else if (!isClosed) onLine(idIn(chunk, start, end), offset, bytes);
      head = NOTHING;
      offset += bytes;
      start = newline + 1;
    }
    at += length;
  }
  return { end: offset, isClosed };
}

/** Reads the id as a string of its own: a part of a longer one would keep all of that in memory. */
function idIn(bytes: Buffer, start: number, end: number): string | undefined {
  const key = bytes.toString("latin1", start, end).indexOf(ID_KEY);
  if (key < 0) return undefined;
  const at = start + key + ID_KEY.length;
  const id = bytes.toString("latin1", at, at + ID_BYTES);
  return ID.test(id) ? id : undefined;
}
