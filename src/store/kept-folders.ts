import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { makeFolder } from "../files/make-folder.ts";
import { writeWhole } from "../files/write-whole.ts";
import { isSeries, type CheckpointKey } from "./checkpoint-file.ts";
import { filesToPack, packFolder, UnreadableFile } from "./formats/pack-folder.ts";
import { filesDamage, GONE, readList, unpackFolder, type FolderList } from "./formats/packed-folder.ts";
import { keptFolderFile, shardFolder, storeFileOf } from "./store-paths.ts";
import { readSeries, storedSeries } from "./stored-series.ts";
import type { FolderQuery, KeptFolder } from "./trial-store.ts";

/** A kept folder whose files have not been looked at. */
interface Opened {
  readonly kept: KeptFolder;
  readonly list: FolderList;
}

/** The folders that programs leave to continue from, in a store: a file for each prefix and epoch. */
export class KeptFolders {
  readonly #store: string;
  readonly #onDamage: (file: string, reason: string) => void;

  constructor(store: string, onDamage: (file: string, reason: string) => void) {
    this.#store = store;
    this.#onDamage = onDamage;
  }

  /** Keeps a folder, whole or not at all. Returns why it cannot be kept. @throws {Error} What the system says. */
  async keep(prefixId: string, kept: KeptFolder, folder: string): Promise<string | undefined> {
    const found = await filesToPack(folder);
    if ("fault" in found) return found.fault;
    const file = keptFolderFile(this.#store, prefixId, kept.epoch);
    await makeFolder(shardFolder(this.#store, prefixId));
    const about = { prefixId, epoch: kept.epoch, series: storedSeries(kept.series) };
    try {
      await writeWhole(file, packFolder(folder, found.paths, about));
      return undefined;
    } catch (error) {
      if (error instanceof UnreadableFile) return error.message;
      throw error;
    }
  }

  /** Puts the files of the latest folder that fits into an empty one. */
  async restore(prefixId: string, query: FolderQuery, folder: string): Promise<KeptFolder | undefined> {
    for await (const { file, list, kept } of this.#fitting(prefixId, query, true)) {
      const damage = await unpackFolder(file, list, folder);
      if (damage === undefined) return kept;
      await this.#setAside(file, damage);
      await rm(folder, { recursive: true });
      await mkdir(folder);
    }
    return undefined;
  }

  /** Returns the epoch of the latest folder that fits, and changes nothing. */
  async peek(prefixId: string, query: FolderQuery): Promise<number | undefined> {
    for await (const { kept } of this.#fitting(prefixId, query, false)) return kept.epoch;
    return undefined;
  }

  /** Yields those that fit, the latest first. @param mayChange Whether damaged ones are set aside. */
  async *#fitting(
    prefixId: string,
    { before, metrics }: FolderQuery,
    mayChange: boolean,
  ): AsyncGenerator<{ file: string } & Opened> {
    for (const epoch of await this.#epochsOf(prefixId)) {
      if (epoch >= before) continue;
      const file = keptFolderFile(this.#store, prefixId, epoch);
      const opened = open(file, { prefixId, epoch });
      if ("damage" in opened) {
        if (mayChange) await this.#setAside(file, opened.damage);
      } else if (metrics.every((name) => name in opened.kept.series)) yield { file, ...opened };
    }
  }

  /** Returns the epochs of which there are folders now, the latest first: one may be a moment old. */
  async #epochsOf(prefixId: string): Promise<number[]> {
    const names: string[] = await readdir(shardFolder(this.#store, prefixId)).catch(() => []);
    const epochs = names.flatMap((name) => {
      const file = storeFileOf(name);
      const isIts = file.kind === "checkpoint" && file.form === "folder" && file.prefixId === prefixId;
      return isIts ? [file.epoch] : [];
    });
    return epochs.sort((a, b) => b - a);
  }

  /** It counts as missing from then on; another process may have set it aside, or removed it, before. */
  async #setAside(file: string, reason: string): Promise<void> {
    if (reason === GONE) return;
    await rename(file, `${file}.damaged`).catch(() => undefined); // a read-only store is still usable
    this.#onDamage(file, reason);
  }
}

/** Returns why a kept folder is not to be trusted; undefined if every bit is right. */
export function folderDamage(file: string, key: CheckpointKey): string | undefined {
  const opened = open(file, key);
  return "damage" in opened ? opened.damage : filesDamage(file, opened.list);
}

function open(file: string, key: CheckpointKey): Opened | { readonly damage: string } {
  const list = readList(file);
  if ("damage" in list) return list;
  const { about } = list;
  if (!isAbout(about)) return { damage: "its metrics are not those of its epochs" };
  if (about.prefixId !== key.prefixId || about.epoch !== key.epoch)
    return { damage: "it is of another trial or epoch" };
  return { list, kept: { epoch: about.epoch, series: readSeries(about.series) } };
}

function isAbout(data: unknown): data is CheckpointKey & KeptFolder {
  if (typeof data !== "object" || data === null) return false;
  const { epoch, series } = data as Partial<Record<keyof KeptFolder, unknown>>;
  return Number.isInteger(epoch) && isSeries(series, Number(epoch) + 1);
}
