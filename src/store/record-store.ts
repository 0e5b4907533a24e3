import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { GridientError } from "../errors.ts";
import { writeWhole } from "../files/write-whole.ts";
import type { Checkpoint } from "../training/checkpoint.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-file.ts";
import { Claims } from "./claims.ts";
import { decodeRecord, encodeRecord, type Decoded } from "./record-text.ts";
import {
  checkpointFile,
  recordFile,
  shardFolder,
  storeFileOf,
  VERSION_FOLDER,
  versionFolder,
} from "./store-paths.ts";
import type { NewRecord, StoredRecord } from "./stored-record.ts";
import type { CheckpointWish, TrialStore } from "./trial-store.ts";

/** The content-addressed folder of records, with checkpoints beside them. */
export class RecordStore implements TrialStore {
  readonly folder: string;
  readonly #onDamage: (file: string, reason: string) => void;
  readonly #claims: Claims;
  /** Names by folder, as they were at the first look: a checkpoint that comes later is only not used. */
  readonly #listings = new Map<string, Promise<string[]>>();

  /** @param onDamage Told of every damaged file that was set aside. */
  constructor(folder: string, onDamage: (file: string, reason: string) => void = () => {}) {
    this.folder = folder;
    this.#onDamage = onDamage;
    this.#claims = new Claims(join(folder, "claims"));
  }

  /** Returns the ids of all trials that have a record, looking at file names alone. */
  async ids(): Promise<Set<string>> {
    const paths = await readdir(versionFolder(this.folder), { recursive: true }).catch(() => []);
    const files = paths.map((path) => storeFileOf(basename(path)));
    return new Set(files.flatMap((file) => (file.kind === "record" ? [file.id] : [])));
  }

  /** Returns the trainer versions of which there are records that this one cannot use. */
  async otherVersions(): Promise<number[]> {
    const names: string[] = await readdir(this.folder).catch(() => []);
    const versions = names.flatMap((name) => VERSION_FOLDER.exec(name)?.[1] ?? []).map(Number);
    return versions.filter((version) => version !== TRAINER_VERSION).toSorted((a, b) => a - b);
  }

  async read(id: string): Promise<StoredRecord | undefined> {
    const decoded = this.#decode(id);
    if (decoded?.status === "damaged") await this.#setAside(recordFile(this.folder, id), decoded.reason);
    return decoded?.status === "usable" ? decoded.stored : undefined;
  }

  /** Returns what `read` returns, and changes nothing. */
  peek(id: string): Promise<StoredRecord | undefined> {
    const decoded = this.#decode(id);
    return Promise.resolve(decoded?.status === "usable" ? decoded.stored : undefined);
  }

  async findCheckpoint(
    prefixId: string,
    { atMost, metrics, all }: CheckpointWish,
  ): Promise<Checkpoint | undefined> {
    const epochs = await this.#checkpointEpochs(prefixId);
    const usable = all ? epochs.filter((epoch, i) => epoch === i) : epochs;
    for (const epoch of usable.filter((epoch) => epoch > 0 && epoch <= atMost).toReversed()) {
      const checkpoint = await this.#readCheckpoint(checkpointFile(this.folder, prefixId, epoch));
      if (checkpoint && metrics.every((name) => name in checkpoint.series)) return checkpoint;
    }
    return undefined;
  }

  /** Writes models, then the record, each whole, flushed and renamed: a record on disk is a trial done. */
  async write({ prefixId, record, models, kept }: NewRecord): Promise<void> {
    await this.#writing(async () => {
      await mkdir(shardFolder(this.folder, record.id), { recursive: true });
      if (models.length > 0) await mkdir(shardFolder(this.folder, prefixId), { recursive: true });
      for (const model of models) {
        const bytes = encodeCheckpoint({ ...model, series: seriesUntil(model, record.metrics) });
        await writeWhole(checkpointFile(this.folder, prefixId, model.epoch), bytes);
      }
      await writeWhole(recordFile(this.folder, record.id), encodeRecord({ kept, record }));
    });
  }

  claim(prefixId: string): Promise<boolean> {
    return this.#writing(() => this.#claims.claim(prefixId));
  }

  release(prefixId: string): Promise<void> {
    return this.#claims.release(prefixId);
  }

  close(): Promise<void> {
    return this.#claims.close();
  }

  #decode(id: string): Decoded | undefined {
    const text = readText(recordFile(this.folder, id));
    return text === undefined ? undefined : decodeRecord(text, id);
  }

  async #checkpointEpochs(prefixId: string): Promise<number[]> {
    const folder = shardFolder(this.folder, prefixId);
    let listing = this.#listings.get(folder);
    if (!listing) this.#listings.set(folder, (listing = readdir(folder).catch(() => [])));
    const epochs = (await listing).flatMap((name) => {
      const file = name.startsWith(prefixId) && storeFileOf(name);
      return file && file.kind === "checkpoint" ? [file.epoch] : [];
    });
    return epochs.toSorted((a, b) => a - b);
  }

  async #readCheckpoint(file: string): Promise<Checkpoint | undefined> {
    const bytes = await readFile(file).catch(() => undefined);
    const checkpoint = bytes && decodeCheckpoint(bytes);
    if (bytes && !checkpoint) await this.#setAside(file, "its checksum does not fit");
    return checkpoint;
  }

  /** A damaged file is never trusted and never fatal: it is renamed, told, and counts as missing. */
  async #setAside(file: string, reason: string): Promise<void> {
    await rename(file, `${file}.damaged`).catch(() => undefined); // a read-only store is still usable
    this.#onDamage(file, reason);
  }

  async #writing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      const message = `Cannot store a record as the folder must be writable: "${this.folder}"`;
      throw new GridientError("E_STORE", message, {
        cause,
        hint: `${cause instanceof Error ? cause.message : String(cause)}; what is stored already is kept`,
      });
    }
  }
}

/** Not asynchronously, as that takes many times as long for a small file, and there are many. */
function readText(file: string): string | undefined {
  try {
    return existsSync(file) ? readFileSync(file, "utf8") : undefined; // an error that is thrown costs more than a look
  } catch {
    return undefined;
  }
}

function seriesUntil({ epoch }: KeptModel, metrics: Checkpoint["series"]): Checkpoint["series"] {
  return Object.fromEntries(
    Object.entries(metrics).map(([name, values]) => [name, values.slice(0, epoch + 1)]),
  );
}
