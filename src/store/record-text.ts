import { sha256Of } from "../files/sha256-of.ts";
import { checkRecord } from "./check-record.ts";
import type { StoredRecord } from "./stored-record.ts";
import { readSeries, storedSeries } from "./stored-series.ts";

/** Version of a record's file; a record of another version counts as missing. */
const FORMAT = 1;

/** The start of every record's file, in all versions. */
const VERSION = /^\{"format":(\d+),/;
/** How one of this version begins: what follows is what the checksum covers, but for the opening brace. */
const SEAL = /^\{"format":1,"sha256":"([0-9a-f]{64})",/;

/** What a record's file turns out to be. */
export type Decoded =
  | { readonly status: "usable"; readonly stored: StoredRecord; readonly seal: string }
  /** Of another format: not to be used, not to be blamed. */
  | { readonly status: "foreign" }
  | { readonly status: "damaged"; readonly reason: string };

/** Returns a record as one line of JSON with the SHA-256 of its contents. */
export function encodeRecord(stored: StoredRecord): string {
  return sealRecord(stored).text;
}

/** Returns what `encodeRecord` does, and the checksum in it. */
export function sealRecord({ kept, record }: StoredRecord): { readonly text: string; readonly seal: string } {
  const content = JSON.stringify({ kept, record: { ...record, metrics: storedSeries(record.metrics) } });
  const seal = sha256Of(content);
  return { text: `{"format":${FORMAT},"sha256":"${seal}",${content.slice(1)}\n`, seal };
}

/** Returns the checksum of a record's file, and what it covers; undefined unless the file is whole and every bit fits. */
export function unseal(text: string): { readonly seal: string; readonly content: string } | undefined {
  const [start = "", sha256] = SEAL.exec(text) ?? [];
  if (sha256 === undefined || !text.endsWith("}\n")) return undefined;
  const content = `{${text.slice(start.length, -1)}`;
  const seal = sha256Of(content); // `sha256` is a part of the text, and would keep all of it in memory
  return seal === sha256 ? { seal, content } : undefined;
}

/** Reads a record's file back and checks it: every bit against its checksum, and what it says against the schema. */
export function decodeRecord(text: string, id: string): Decoded {
  const [, format] = VERSION.exec(text) ?? [];
  if (format !== undefined && Number(format) !== FORMAT) return { status: "foreign" };
  if (!text.endsWith("}\n")) return { status: "damaged", reason: "it is cut off, or not a record" };
  const sealed = unseal(text);
  if (!sealed) return { status: "damaged", reason: "its checksum does not fit" };
  const checked = checkRecord(parsed(sealed.content));
  if ("fault" in checked) return { status: "damaged", reason: `it is not a record: ${checked.fault}` };
  if (checked.stored.record.id !== id) return { status: "damaged", reason: "it is of another trial" };
  const { record, kept } = checked.stored;
  const stored = { record: { ...record, metrics: readSeries(record.metrics) }, kept };
  return { status: "usable", stored, seal: sealed.seal };
}

/** Anything can be sealed, also what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
