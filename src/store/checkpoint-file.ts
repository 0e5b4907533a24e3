import { createHash } from "node:crypto";
import type { Checkpoint } from "../training/checkpoint.ts";
import { decodeSafetensors, encodeSafetensors, type Metadata } from "./safetensors.ts";

/** Returns a checkpoint as a safetensors file; its metadata hold what was measured, and a checksum of it all. */
export function encodeCheckpoint({ epoch, tensors, series }: Checkpoint): Uint8Array {
  const metadata = { epoch: String(epoch), series: JSON.stringify(series) };
  const sha256 = digest(encodeSafetensors(tensors, metadata));
  return encodeSafetensors(tensors, { ...metadata, sha256 });
}

/** Reads a checkpoint's file back and checks it, every bit. Returns undefined for a damaged one. */
export function decodeCheckpoint(file: Uint8Array): Checkpoint | undefined {
  try {
    const { tensors, metadata } = decodeSafetensors(file);
    const { sha256, ...rest } = metadata as Metadata & { epoch: string; series: string };
    if (sha256 !== digest(encodeSafetensors(tensors, rest))) return undefined;
    return { epoch: Number(rest.epoch), tensors, series: JSON.parse(rest.series) as Checkpoint["series"] };
  } catch {
    return undefined; // cut off, or its header is no JSON
  }
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
