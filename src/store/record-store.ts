import { existsSync, readFileSync, statSync } from "node:fs";
import { readdir, readFile, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { GridientError } from "../errors.ts";
import { makeFolder } from "../files/make-folder.ts";
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

/** Epochs that have a checkpoint, ascending, by prefix. */
type CheckpointEpochs = ReadonlyMap<string, readonly number[]>;

/** The content-addressed folder of records, with checkpoints beside them. */
export class RecordStore implements TrialStore {
  readonly folder: string;
  readonly #onDamage: (file: string, reason: string) => void;
  readonly #claims: Claims;
  #isIgnored = false;
  /** Names by folder, as they were at the first look: a checkpoint that comes later is only not used. */
  readonly #listings = new Map<string, Promise<CheckpointEpochs>>();

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

  findCheckpoint(prefixId: string, wish: CheckpointWish): Promise<Checkpoint | undefined> {
    return this.#latestCheckpoint(prefixId, wish, (...damage) => this.#setAside(...damage));
  }

  /** Returns what `findCheckpoint` returns, and changes nothing. */
  peekCheckpoint(prefixId: string, wish: CheckpointWish): Promise<Checkpoint | undefined> {
    return this.#latestCheckpoint(prefixId, wish, () => Promise.resolve());
  }

  hasWeights(prefixId: string, epochs: readonly number[]): boolean {
    return epochs.every((epoch) => existsSync(checkpointFile(this.folder, prefixId, epoch)));
  }

  /** Returns what was kept at exactly that epoch, or undefined. */
  checkpointAt(prefixId: string, epoch: number): Promise<Checkpoint | undefined> {
    return this.#readCheckpoint(prefixId, epoch, (...damage) => this.#setAside(...damage));
  }

  /** Writes models, then the record, each whole, flushed and renamed: a record on disk is a trial done. */
  async write({ prefixId, record, models, kept }: NewRecord): Promise<void> {
    await this.#writing(async () => {
      for (const model of models) {
        const bytes = encodeCheckpoint(prefixId, { ...model, series: seriesUntil(model, record.metrics) });
        await writeInFolder(checkpointFile(this.folder, prefixId, model.epoch), bytes);
      }
      await writeInFolder(recordFile(this.folder, record.id), encodeRecord({ kept, record }));
      await this.#ignore();
    });
  }

  claim(prefixId: string): Promise<boolean> {
    return this.#writing(() => this.#claims.claim(prefixId));
  }

  release(prefixId: string): Promise<void> {
    this.#claims.release(prefixId);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.#claims.close();
  }

  /** Keeps git from committing the store along with the results beside it; a file that is there stays. */
  async #ignore(): Promise<void> {
    if (this.#isIgnored) return;
    this.#isIgnored = true;
    const file = join(this.folder, ".gitignore");
    if (!existsSync(file)) await writeWhole(file, "*\n");
  }

  #decode(id: string): Decoded | undefined {
    const text = readText(recordFile(this.folder, id));
    return text === undefined ? undefined : decodeRecord(text, id);
  }

  async #latestCheckpoint(
    prefixId: string,
    { atMost, metrics, all }: CheckpointWish,
    onDamage: (file: string, reason: string) => Promise<void>,
  ): Promise<Checkpoint | undefined> {
    const epochs = await this.#checkpointEpochs(prefixId);
    const usable = all ? epochs.filter((epoch, i) => epoch === i) : epochs;
    for (const epoch of usable.filter((epoch) => epoch > 0 && epoch <= atMost).toReversed()) {
      const checkpoint = await this.#readCheckpoint(prefixId, epoch, onDamage);
      if (checkpoint && metrics.every((name) => name in checkpoint.series)) return checkpoint;
    }
    return undefined;
  }

  async #readCheckpoint(
    prefixId: string,
    epoch: number,
    onDamage: (file: string, reason: string) => Promise<void>,
  ): Promise<Checkpoint | undefined> {
    const file = checkpointFile(this.folder, prefixId, epoch);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return undefined;
    const decoded = decodeCheckpoint(bytes, { prefixId, epoch });
    if (decoded.status === "usable") return decoded.checkpoint;
    await onDamage(file, decoded.reason);
    return undefined;
  }

  async #checkpointEpochs(prefixId: string): Promise<readonly number[]> {
    const folder = shardFolder(this.folder, prefixId);
    let listing = this.#listings.get(folder);
    if (!listing) this.#listings.set(folder, (listing = checkpointsIn(folder)));
    return (await listing).get(prefixId) ?? [];
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

/** Makes the folder where it is missing: nearly always it is there. */
async function writeInFolder(file: string, contents: string | Uint8Array): Promise<void> {
  try {
    await writeWhole(file, contents);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await makeFolder(dirname(file));
    await writeWhole(file, contents);
  }
}

async function checkpointsIn(folder: string): Promise<CheckpointEpochs> {
  const names: string[] = await readdir(folder).catch(() => []);
  const epochs = new Map<string, number[]>();
  for (const name of names) {
    const file = storeFileOf(name);
    if (file.kind !== "checkpoint") continue;
    const known = epochs.get(file.prefixId);
    if (known) known.push(file.epoch);
    else epochs.set(file.prefixId, [file.epoch]);
  }
  for (const known of epochs.values()) known.sort((a, b) => a - b);
  return epochs;
}

/** Not asynchronously, as that takes many times as long for a small file, and there are many. */
function readText(file: string): string | undefined {
  try {
    const facts = statSync(file, { throwIfNoEntry: false }); // an error that is thrown costs more than a look
    return facts?.isFile() ? readFileSync(file, "utf8") : undefined; // reading a pipe would wait for its writer
  } catch {
    return undefined;
  }
}

function seriesUntil({ epoch }: KeptModel, metrics: Checkpoint["series"]): Checkpoint["series"] {
  return Object.fromEntries(
    Object.entries(metrics).map(([name, values]) => [name, values.slice(0, epoch + 1)]),
  );
}
