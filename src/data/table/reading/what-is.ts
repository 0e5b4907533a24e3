import { latin1Text } from "../../../text/utf8.ts";

/** What a file is that is no table of text, and what to do about it. */
export interface OtherFile {
  readonly what: string;
  readonly hint: string;
}

const AS_CSV = "Save it as CSV";
const PACKED = "Unpack it: only gzip is read as it is";

/** Files by their first bytes, as characters of one byte each, and by what else they contain near their beginning. */
const BY_START: readonly (readonly [start: string, what: string, hint: string, holds?: RegExp])[] = [
  [
    "PK\x03\x04",
    "an Excel workbook",
    "Save it as CSV in Excel: File, Save As, CSV UTF-8",
    /\[Content_Types\]\.xml|xl\//,
  ],
  ["PK\x03\x04", "an OpenDocument spreadsheet", AS_CSV, /opendocument\.spreadsheet/],
  ["PK\x03\x04", "a zip archive", "Unpack it and name the table inside"],
  ["\xd0\xcf\x11\xe0", "an old Excel workbook", AS_CSV],
  ["PAR1", "a Parquet file", "Convert it to CSV, with pandas or DuckDB for example"],
  ["ARROW1", "an Arrow file", "Convert it to CSV"],
  [
    "version https://git-lfs.github.com/",
    "a pointer of Git LFS, not the data itself",
    "Fetch the data: git lfs pull",
  ],
  [
    "",
    "a web page",
    "Download the file itself: on a code host, the raw file",
    /^\s*<(?:!doctype html|html|head)/i,
  ],
  ["", "an XML file", "Convert it to CSV", /^\s*<\?xml/],
  ["%PDF", "a PDF", "Export the table as CSV"],
  ["SQLite format 3", "an SQLite database", "Export a table as CSV"],
  ["\x89HDF", "an HDF5 file", "Convert it to CSV"],
  ["\x93NUMPY", "a NumPy array", "Convert it to CSV: numpy.savetxt"],
  ["BZh", "a packed file", PACKED, /^BZh[1-9]1AY&SY/],
  ["\xfd7zXZ", "a packed file", PACKED],
  ["\x28\xb5\x2f\xfd", "a packed file", PACKED],
  ["7z\xbc\xaf", "a packed file", PACKED],
  ["\xff\xfe", "UTF-16 text", "Save it as UTF-8"],
  ["\xfe\xff", "UTF-16 text", "Save it as UTF-8"],
];
const WITHOUT_MARK = /^(?:[\t\n\r -~]\0|\0[\t\n\r -~]){8}/;
/** Enough for the names that a zip archive begins with. */
const LOOKED_AT = 4096;

/** Returns what a file is if its first bytes show that it is no table of text. */
export function whatIs(start: Uint8Array): OtherFile | undefined {
  const text = latin1Text(start.subarray(0, LOOKED_AT));
  const found = BY_START.find(([first, , , holds]) => text.startsWith(first) && (holds?.test(text) ?? true));
  if (found) return { what: found[1], hint: found[2] };
  if (text.includes("\r") && !text.includes("\n"))
    return {
      what: "text whose lines end in a carriage return alone",
      hint: "Save it with line ends LF or CRLF",
    };
  // Without a mark, letters of ASCII give it away: every other byte is 0.
  return WITHOUT_MARK.test(text) ? { what: "UTF-16 text", hint: "Save it as UTF-8" } : undefined;
}
