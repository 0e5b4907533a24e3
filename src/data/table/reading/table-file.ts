import type { System } from "../../../files/system.ts";
import { statement, type Statement } from "../../../statement.ts";
import { DatasetError, type DataFault } from "../../dataset-error.ts";
import { joinBytes } from "../../../text/utf8.ts";
import { isGzip, UNPACK_IT, unpackGzip, UnpacksTooFar } from "../../unpack-gzip.ts";
import type { RowReader } from "./table-row.ts";
import { TableSyntaxError, type CellPlace } from "./table-row.ts";
import { whatIs } from "./what-is.ts";

/** A data file: where it is, and its path for messages. */
export interface TableFile {
  readonly path: string;
  readonly shown: string;
  readonly system: System;
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const PIECE_BYTES = 1 << 20;
/** The beginning of a file, where a fault is about the whole. */
export const NOWHERE: CellPlace = { line: 1, column: 1, length: 1, sourceLine: "" };

/** What a row may throw so that no more is read. */
export const ENOUGH: unique symbol = Symbol("enough");

/**
 * Feeds a file, unpacked if it is packed by gzip, to a reader of rows, without its byte-order mark, until the reader has
 * enough.
 *
 * @param open Makes the reader, given the first bytes of the file.
 * @returns The SHA-256 of the unpacked file, hex, if it was read to its end.
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
export function* feedPieces(file: TableFile, open: OpenReader): Generator<undefined, string | undefined> {
  const digest = file.system.startSha256();
  let reader: RowReader | undefined;
  try {
    for (const chunk of unpackedPieces(file)) {
      digest.update(chunk);
      const piece = reader ? chunk : withoutMark(chunk);
      if (!reader) requireTable(file, piece);
      reader ??= open(piece);
      reader.write(piece);
      yield;
    }
    reader?.end();
  } catch (error) {
    if (error === ENOUGH) return undefined;
    if (error instanceof TableSyntaxError) {
      throw new DatasetError([faultAt(file.shown, error.place, error.statement)]);
    }
    throw error;
  }
  return digest.digest("hex");
}

function* unpackedPieces(file: TableFile): Generator<Uint8Array> {
  const packed: Uint8Array[] = [];
  for (const chunk of file.system.chunksOf(file.path)) {
    if (packed.length > 0 || isGzip(chunk)) packed.push(chunk.slice());
    else yield chunk;
  }
  if (packed.length === 0) return;
  const contents = unpacked(file, joinBytes(packed));
  for (let start = 0; start < contents.length; start += PIECE_BYTES)
    yield contents.subarray(start, start + PIECE_BYTES);
}

function unpacked({ shown, system }: TableFile, packed: Uint8Array): Uint8Array {
  try {
    return unpackGzip(packed, system);
  } catch (error) {
    const message = `Cannot unpack the file with gzip: ${(error as Error).message}`;
    const hint = error instanceof UnpacksTooFar ? UNPACK_IT : undefined;
    throw new DatasetError([faultAt(shown, NOWHERE, statement("damaged-file", message, hint))]);
  }
}

/** @throws {DatasetError} If the first bytes of a file show that it is something else. */
function requireTable({ shown }: TableFile, start: Uint8Array): void {
  const other = whatIs(start);
  if (!other) return;
  const rule = { subject: "The file", allowed: "a table of text", found: other.what };
  throw new DatasetError([faultAt(shown, NOWHERE, statement("wrong-format", rule, other.hint))]);
}

/** Returns a fault at a place of a file. */
export function faultAt(
  file: string,
  { line, column, length, sourceLine }: CellPlace,
  wrong: Statement,
): DataFault {
  return { file, line, column, length, sourceLine, ...wrong };
}

function withoutMark(start: Uint8Array): Uint8Array {
  return startsWith(start, BYTE_ORDER_MARK) ? start.subarray(BYTE_ORDER_MARK.length) : start;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
