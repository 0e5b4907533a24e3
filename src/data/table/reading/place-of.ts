import { utf8Text } from "../../../text/utf8.ts";
import type { CellPlace } from "./table-row.ts";

const NEWLINE = 0x0a;
/** Of a longer line only so many bytes from the place on are shown. */
const MOST_SHOWN = 200;

/** Bytes within others, and the row or line that they are part of: where it begins, and on which line. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly rowStart: number;
  readonly line: number;
}

/** Returns the place of bytes; the row may have line breaks between quotes. */
export function placeOf(bytes: Uint8Array, { start, end, rowStart, line }: Stretch): CellPlace {
  let lineStart = rowStart;
  for (let i = rowStart; i < start; i++) {
    if (bytes[i] !== NEWLINE) continue;
    line++;
    lineStart = i + 1;
  }
  const newline = bytes.indexOf(NEWLINE, start);
  const lineEnd = newline < 0 ? bytes.length : newline;
  const before = utf8Text(bytes, lineStart, start);
  const shown = utf8Text(bytes, start, Math.min(lineEnd, start + MOST_SHOWN)).replace(/\r$/, "");
  const length = Math.max(1, utf8Text(bytes, start, Math.min(end, lineEnd)).length);
  return { line, column: before.length + 1, length, sourceLine: before + shown };
}
