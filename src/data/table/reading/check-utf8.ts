import { isUtf8 } from "../../../text/utf8.ts";
import { placeOf } from "./place-of.ts";
import { TableSyntaxError } from "./table-row.ts";
import { statement } from "../../../statement.ts";

const NEWLINE = 0x0a;

/**
 * Returns silently if whole lines are UTF-8.
 * @param line The number of the first one.
 * @throws {TableSyntaxError} At the first byte that is none.
 */
export function checkUtf8(bytes: Uint8Array, line: number): void {
  if (isUtf8(bytes)) return;
  let start = 0;
  for (;;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) throw notUtf8(bytes, { start, end, line });
    start = end + 1;
    line++;
  }
}

function notUtf8(
  bytes: Uint8Array,
  { start, end, line }: Record<"start" | "end" | "line", number>,
): TableSyntaxError {
  const fits = start + validLength(bytes.subarray(start, end));
  const place = placeOf(bytes, { start: fits, end: fits + 1, rowStart: start, line });
  const byte = bytes[fits]!.toString(16).toUpperCase();
  const rule = { subject: "The file", allowed: "UTF-8 text", found: `byte 0x${byte}` };
  return new TableSyntaxError(statement("not-text", rule, "Save the file as UTF-8"), place);
}

/** Bytes that continue a character: 10xxxxxx. */
const [CONTINUES, OF] = [0b1000_0000, 0b1100_0000];
/** Twice the length of the longest character. */
const FEW = 8;

/** Returns how many bytes in front are UTF-8, in a line that is not. */
function validLength(line: Uint8Array): number {
  const isSound = (size: number): boolean => isUtf8(line.subarray(0, size));
  // Cut between two characters, what is in front of the fault is sound, and what holds it is not: halve what is in between.
  let [sound, unsound] = [0, line.length];
  while (unsound - sound > FEW) {
    const middle = (sound + unsound) >> 1;
    let cut = middle;
    while (cut > sound && (line[cut]! & OF) === CONTINUES) cut--;
    if (cut > sound && isSound(cut)) sound = cut;
    else unsound = cut > sound ? cut : middle;
  }
  for (let size = unsound; size > sound; size--) if (isSound(size)) return size;
  return sound;
}
