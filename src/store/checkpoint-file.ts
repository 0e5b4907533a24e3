import { sha256Of } from "../files/sha256-of.ts";
import type { Checkpoint } from "../training/checkpoint.ts";
import { decodeSafetensors, encodeSafetensors, type Metadata } from "./formats/safetensors.ts";
import { readSeries, storedSeries } from "./stored-series.ts";

/** Which checkpoint a file must hold: its name says so, and its contents must say the same. */
export interface CheckpointKey {
  readonly prefixId: string;
  readonly epoch: number;
}

/** What a checkpoint's file turns out to be. */
export type DecodedCheckpoint =
  | { readonly status: "usable"; readonly checkpoint: Checkpoint }
  | { readonly status: "damaged"; readonly reason: string };

/** Returns a checkpoint as a safetensors file; its metadata hold what was measured, and a checksum of it all. */
export function encodeCheckpoint(prefixId: string, { epoch, tensors, series }: Checkpoint): Uint8Array {
  const metadata = { prefixId, epoch: String(epoch), series: JSON.stringify(storedSeries(series)) };
  const sha256 = sha256Of(encodeSafetensors(tensors, metadata));
  return encodeSafetensors(tensors, { ...metadata, sha256 });
}

/** Reads a checkpoint's file back and checks it, every bit. */
export function decodeCheckpoint(file: Uint8Array, key: CheckpointKey): DecodedCheckpoint {
  try {
    const { tensors, metadata } = decodeSafetensors(file);
    const { sha256, ...rest } = metadata as Metadata & { prefixId: string; epoch: string; series: string };
    if (sha256 !== sha256Of(encodeSafetensors(tensors, rest)))
      return { status: "damaged", reason: "its checksum does not fit" };
    if (rest.prefixId !== key.prefixId || rest.epoch !== String(key.epoch))
      return { status: "damaged", reason: "it is of another trial or epoch" };
    const series: unknown = JSON.parse(rest.series);
    if (!isSeries(series, key.epoch + 1))
      return { status: "damaged", reason: "its metrics are not those of its epochs" };
    return { status: "usable", checkpoint: { epoch: key.epoch, tensors, series: readSeries(series) } };
  } catch {
    return { status: "damaged", reason: "it is cut off, or not a safetensors file" };
  }
}

/** Returns whether data are series. Any text can be sealed, but training resumes only from one value, or none, for each metric and epoch. */
export function isSeries(series: unknown, length: number): series is Checkpoint["series"] {
  if (typeof series !== "object" || series === null) return false;
  const isValue = (value: unknown): boolean => value === null || Number.isFinite(value);
  return Object.values(series).every(
    (values) => Array.isArray(values) && values.length === length && values.every(isValue),
  );
}
