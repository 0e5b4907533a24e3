import { createHash } from "node:crypto";
import type { TrialRecord } from "../training/record.ts";
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
  if (record?.id !== id) return { status: "damaged", reason: "it is of another trial" };
  if (!hasShape(record)) return { status: "damaged", reason: "it is no record" };
  return { status: "usable", stored: { record, kept } };
}

/** Whoever can write to the store can seal anything: what is sealed and no record must not stop a sweep. */
function hasShape(record: Partial<Record<keyof TrialRecord | "units" | "divergedEpoch", unknown>>): boolean {
  const { metrics, status, units, divergedEpoch, configuration, evaluated } = record;
  const isWhole = [metrics, configuration, evaluated].every((part) => typeof part === "object" && part);
  const isEnded =
    status === "diverged"
      ? typeof divergedEpoch === "number"
      : (status === "completed" || status === "stopped") && typeof units === "object";
  return isWhole && isEnded && Object.values(metrics as object).every((values) => Array.isArray(values));
}

/** JSON.parse keeps the order of keys and every number, so equal contents give equal text. */
function digest(content: StoredRecord): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
