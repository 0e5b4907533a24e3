import { readFileSync } from "node:fs";
import { decodeCheckpoint } from "./checkpoint-file.ts";
import type { ListedFile } from "./list-store.ts";
import { folderDamage } from "./kept-folders.ts";
import { decodePortrait } from "./portrait-file.ts";

/**
 * Reads a checkpoint or a portrait and checks it; not asynchronously, as that takes many times as long for a small file.
 * Returns why it is not to be trusted; undefined if every bit is right.
 */
export function damageOf({ path, file }: ListedFile): string | undefined {
  if (file.kind === "checkpoint" && file.form === "folder") return folderDamage(path, file);
  if (file.kind === "checkpoint") {
    const decoded = decodeCheckpoint(readFileSync(path), file);
    return decoded.status === "damaged" ? decoded.reason : undefined;
  }
  if (file.kind !== "portrait") return undefined;
  return decodePortrait(readFileSync(path, "utf8"), file.id) ? undefined : "its checksum does not fit";
}
