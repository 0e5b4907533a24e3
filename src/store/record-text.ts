import { createHash } from "node:crypto";
import type { StoredRecord } from "./stored-record.ts";

/** Version of a record's file; a record of another version counts as missing. */
const FORMAT = 1;

/** What a record's file turns out to be. */
export type Decoded =
  | { readonly status: "usable"; readonly stored: StoredRecord }
  /** Whole, but of another format or trainer: not to be used, not to be blamed. */
  | { readonly status: "foreign" }
  | { readonly status: "damaged"; readonly reason: string };

/** Returns a record as one line of JSON with the SHA-256 of its contents. */
export function encodeRecord({ kept, record }: StoredRecord): string {
  const content = { kept, record };
  return `${JSON.stringify({ format: FORMAT, sha256: digest(content), ...content })}\n`;
}

/** Reads a record's file back and checks it, every bit. */
export function decodeRecord(text: string, id: string): Decoded {
  let parsed: StoredRecord & { format: number; sha256: string };
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch {
    return { status: "damaged", reason: "it is cut off or no JSON" };
  }
  const { format, sha256, kept, record } = parsed ?? {};
  if (typeof format === "number" && format !== FORMAT) return { status: "foreign" };
  if (sha256 !== digest({ kept, record })) return { status: "damaged", reason: "its checksum does not fit" };
  return record?.id === id
    ? { status: "usable", stored: { record, kept } }
    : { status: "damaged", reason: "it is of another trial" };
}

/** JSON.parse keeps the order of keys and every number, so equal contents give equal text. */
function digest(content: StoredRecord): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
