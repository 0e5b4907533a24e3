import { isUtf8 } from "node:buffer";
import { placeOf } from "./place-of.ts";
import { TableSyntaxError } from "./table-row.ts";

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
  return new TableSyntaxError(`the file must be UTF-8: byte 0x${byte}`, place);
}

/** Returns how many bytes in front are UTF-8. */
function validLength(line: Uint8Array): number {
  let size = 0;
  for (let next = 1; next <= line.length; next++) if (isUtf8(line.subarray(0, next))) size = next;
  return size;
}
