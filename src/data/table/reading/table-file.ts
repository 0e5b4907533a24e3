import { createHash } from "node:crypto";
import { readChunks } from "../../../files/read-chunks.ts";
import { DatasetError, type DataFault } from "../../dataset-error.ts";
import type { RowReader } from "./table-row.ts";
import { TableSyntaxError, type CellPlace } from "./table-row.ts";

/** A data file: where it is, and what messages call it. */
export interface TableFile {
  readonly path: string;
  readonly shown: string;
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** What a row may throw so that no more is read. */
export const ENOUGH: unique symbol = Symbol("enough");

/**
 * Feeds a file to a reader of rows, without its byte-order mark, until the reader has enough.
 *
 * @param open Makes the reader, given the first bytes of the file.
 * @returns The SHA-256 of the file, hex, if it was read to its end.
 * @throws {DatasetError} If the file is no table.
 */
export function feedFile(file: TableFile, open: OpenReader): string | undefined {
  const pieces = feedPieces(file, open);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** Makes a reader, given the first bytes of a file. */
export type OpenReader = (start: Uint8Array) => RowReader;

/** Feeds it a piece at a time: yields after each. */
export function* feedPieces(
  { path, shown }: TableFile,
  open: OpenReader,
): Generator<undefined, string | undefined> {
  const digest = createHash("sha256");
  let reader: RowReader | undefined;
  try {
    for (const chunk of readChunks(path)) {
      digest.update(chunk);
      const piece = reader ? chunk : withoutMark(chunk);
      reader ??= open(piece);
      reader.write(piece);
      yield;
    }
    reader?.end();
  } catch (error) {
    if (error === ENOUGH) return undefined;
    if (error instanceof TableSyntaxError) throw new DatasetError([syntaxFault(shown, error)]);
    throw error;
  }
  return digest.digest("hex");
}

/** Returns a fault at a place of a file. */
export function faultAt(
  file: string,
  { line, column, length, sourceLine }: CellPlace,
  statement: { message: string; hint?: string },
): DataFault {
  return { file, line, column, length, sourceLine, ...statement };
}

function syntaxFault(file: string, { message, place }: TableSyntaxError): DataFault {
  const hint = message.startsWith("the file must be UTF-8") ? { hint: "Save the file as UTF-8" } : {};
  return faultAt(file, place, { message: `Cannot read the table as ${message}`, ...hint });
}

function withoutMark(start: Uint8Array): Uint8Array {
  return BYTE_ORDER_MARK.every((byte, i) => start[i] === byte)
    ? start.subarray(BYTE_ORDER_MARK.length)
    : start;
}
