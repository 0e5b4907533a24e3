import { sha256Of } from "../files/sha256-of.ts";
import { checkRecord } from "./check-record.ts";
import type { StoredRecord } from "./stored-record.ts";
import { readSeries, storedSeries } from "./stored-series.ts";

/** Version of a record's file; a record of another version counts as missing. */
const FORMAT = 1;

/** How every record's file begins, whatever its version. */
const VERSION = /^\{"format":(\d+),/;
/** How one of this version begins: what follows is what the checksum covers, but for the opening brace. */
const SEAL = /^\{"format":1,"sha256":"([0-9a-f]{64})",/;

/** What a record's file turns out to be. */
export type Decoded =
  | { readonly status: "usable"; readonly stored: StoredRecord }
  /** Of another format: not to be used, not to be blamed. */
  | { readonly status: "foreign" }
  | { readonly status: "damaged"; readonly reason: string };

/** Returns a record as one line of JSON with the SHA-256 of its contents. */
export function encodeRecord({ kept, record }: StoredRecord): string {
  const content = JSON.stringify({ kept, record: { ...record, metrics: storedSeries(record.metrics) } });
  return `{"format":${FORMAT},"sha256":"${sha256Of(content)}",${content.slice(1)}\n`;
}

/** Reads a record's file back and checks it: every bit against its checksum, and what it says against the schema. */
export function decodeRecord(text: string, id: string): Decoded {
  const [, format] = VERSION.exec(text) ?? [];
  if (format !== undefined && Number(format) !== FORMAT) return { status: "foreign" };
  if (!text.endsWith("}\n")) return { status: "damaged", reason: "it is cut off, or not a record" };
  const [seal = "", sha256] = SEAL.exec(text) ?? [];
  const content = `{${text.slice(seal.length, -1)}`;
  if (sha256 !== sha256Of(content)) return { status: "damaged", reason: "its checksum does not fit" };
  const checked = checkRecord(parsed(content));
  if ("fault" in checked) return { status: "damaged", reason: `it is not a record: ${checked.fault}` };
  if (checked.stored.record.id !== id) return { status: "damaged", reason: "it is of another trial" };
  const { record, kept } = checked.stored;
  return { status: "usable", stored: { record: { ...record, metrics: readSeries(record.metrics) }, kept } };
}

/** Anything can be sealed, also what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
