import { readFileSync } from "node:fs";
import type { TrialRecord } from "../training/record.ts";
import { decodeCheckpoint } from "./checkpoint-file.ts";
import type { ListedFile } from "./list-store.ts";
import { decodePortrait } from "./portrait-file.ts";
import { decodeRecord } from "./record-text.ts";

/** What reading a record or a checkpoint shows. Nothing is changed. */
export interface Inspection {
  /** Why it is not to be trusted; absent if every bit is right, or if it is nothing that has a checksum. */
  readonly damage?: string;
  readonly record?: TrialRecord;
}

/** Reads a file of a store and checks it; not asynchronously, as that takes many times as long for a small file. */
export function inspectFile({ path, file }: ListedFile): Inspection {
  if (file.kind === "record") {
    const decoded = decodeRecord(readFileSync(path, "utf8"), file.id);
    if (decoded.status === "damaged") return { damage: decoded.reason };
    return decoded.status === "usable" ? { record: decoded.stored.record } : {};
  }
  if (file.kind === "checkpoint") {
    const decoded = decodeCheckpoint(readFileSync(path), file);
    return decoded.status === "damaged" ? { damage: decoded.reason } : {};
  }
  if (file.kind !== "portrait") return {};
  const portrait = decodePortrait(readFileSync(path, "utf8"), file.id);
  return portrait ? {} : { damage: "its checksum does not fit" };
}
