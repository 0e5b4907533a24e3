import { readChunks } from "../../files/read-chunks.ts";

const NEWLINE = 10;
/** The id of a record stands in the first bytes of its line. */
const HEAD_BYTES = 512;
const ID_KEY = '"record":{"id":"';
const ID_BYTES = 64;
const NOTHING: Buffer = Buffer.alloc(0);
const ID = /^[0-9a-f]{64}$/;

/** Where a line of a log lies. */
export interface ScannedLine {
  /** The trial that it is about, if its first bytes name one; nothing of the line has been checked. */
  readonly id: string | undefined;
  readonly offset: number;
  /** With the newline. */
  readonly bytes: number;
}

/** What is in a log from a position on. */
export interface ScannedLog {
  readonly lines: readonly ScannedLine[];
  /** Where the last whole line ends. What comes after it is still being written, or never was. */
  readonly end: number;
  /** Its writer has closed it: it ends with an empty line, and does not grow any more. */
  readonly isClosed: boolean;
}

/**
 * Finds the lines of a log in one pass over its bytes, holding no more than a piece of it.
 *
 * @throws {Error} As `readChunks` does.
 */
export function scanLog(path: string, from = 0): ScannedLog {
  const lines: ScannedLine[] = [];
  let [offset, at, isClosed] = [from, from, false];
  let head = NOTHING; // of a line that goes on in the next piece
  for (const { buffer, byteOffset, length } of readChunks(path, from)) {
    const chunk = Buffer.from(buffer, byteOffset, length);
    for (let start = 0; start < chunk.length;) {
      const newline = chunk.indexOf(NEWLINE, start);
      const end = newline < 0 ? chunk.length : newline;
      const wanted = chunk.subarray(start, Math.min(end, start + HEAD_BYTES - head.length));
      if (newline < 0) {
        head = Buffer.concat([head, wanted]);
        break;
      }
      const bytes = at + newline + 1 - offset;
      isClosed = bytes === 1;
      const found = head.length === 0 ? wanted : Buffer.concat([head, wanted]);
      if (!isClosed) lines.push({ id: idIn(found), offset, bytes });
      [head, offset, start] = [NOTHING, offset + bytes, newline + 1];
    }
    at += chunk.length;
  }
  return { lines, end: offset, isClosed };
}

function idIn(head: Buffer): string | undefined {
  const key = head.indexOf(ID_KEY, 0, "latin1");
  if (key < 0) return undefined;
  const id = head.toString("latin1", key + ID_KEY.length, key + ID_KEY.length + ID_BYTES);
  return ID.test(id) ? id : undefined;
}

/** Returns the number of the line that begins at an offset, counted from 1. */
export function lineNumber(path: string, offset: number): number {
  return 1 + scanLog(path).lines.findIndex((line) => line.offset === offset);
}
