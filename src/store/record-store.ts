import { existsSync, readFileSync, statSync } from "node:fs";
import { readdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GridientError } from "../errors.ts";
import { makeFolder } from "../files/make-folder.ts";
import { writeWhole } from "../files/write-whole.ts";
import type { Checkpoint } from "../training/checkpoint.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-file.ts";
import { Claims } from "./claims.ts";
import { placeText, RecordLog } from "./log/record-log.ts";
import { decodeRecord, encodeRecord } from "./record-text.ts";
import {
  checkpointFile,
  logFolder,
  recordFile,
  shardFolder,
  storeFileOf,
  VERSION_FOLDER,
} from "./store-paths.ts";
import type { NewRecord, StoredRecord } from "./stored-record.ts";
import type { CheckpointWish, TrialStore } from "./trial-store.ts";

/** What lies in one folder beside the logs. */
interface Shard {
  /** Epochs that have a checkpoint, ascending, by prefix. */
  readonly epochs: ReadonlyMap<string, readonly number[]>;
  /** Trials that have a file of their own for their record, as those of older stores have. */
  readonly ids: ReadonlySet<string>;
}

/** The content-addressed folder of records, with checkpoints beside them. */
export class RecordStore implements TrialStore {
  readonly folder: string;
  readonly #onDamage: (file: string, reason: string) => void;
  readonly #claims: Claims;
  readonly #log: RecordLog;
  /** Damaged records that have been told. */
  readonly #told = new Set<string>();
  #isIgnored = false;
  /** By folder, as they were at the first look: a checkpoint that comes later is only not used. */
  readonly #shards = new Map<string, Promise<Shard>>();

  /** @param onDamage Told of every damaged record that is missing, and of damaged weights. */
  constructor(folder: string, onDamage: (file: string, reason: string) => void = () => {}) {
    this.folder = folder;
    this.#onDamage = onDamage;
    this.#claims = new Claims(join(folder, "claims"));
    this.#log = new RecordLog(logFolder(folder));
  }

  /** Returns the trainer versions of which there are records that this one cannot use. */
  async otherVersions(): Promise<number[]> {
    const names: string[] = await readdir(this.folder).catch(() => []);
    const versions = names.flatMap((name) => VERSION_FOLDER.exec(name)?.[1] ?? []).map(Number);
    return versions.filter((version) => version !== TRAINER_VERSION).toSorted((a, b) => a - b);
  }

  /** A damaged record is never trusted and never fatal: where there is no other one of its trial, it is told. */
  async read(id: string): Promise<StoredRecord | undefined> {
    const damaged: (() => [place: string, reason: string])[] = [];
    const usable = (text: string, placeOf: () => string): StoredRecord | undefined => {
      const decoded = decodeRecord(text, id);
      if (decoded.status === "damaged") damaged.push(() => [placeOf(), decoded.reason]);
      return decoded.status === "usable" ? decoded.stored : undefined;
    };
    for (const line of this.#log.find(id)) {
      const stored = usable(line.text, () => placeText(line));
      if (stored) return stored;
    }
    const file = recordFile(this.folder, id);
    const text = (await this.#shard(id)).ids.has(id) ? readText(file) : undefined;
    const stored = text === undefined ? undefined : usable(text, () => file);
    if (stored) return stored;
    for (const line of this.#log.takeNameless()) usable(line.text, () => placeText(line));
    for (const told of damaged) this.#tell(...told());
    return undefined;
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

  /** Writes models, then the record: a record on disk is a trial done. Records of the same moment are flushed together. */
  async write({ prefixId, record, models, kept }: NewRecord): Promise<void> {
    await this.#writing(async () => {
      for (const model of models) {
        const bytes = encodeCheckpoint(prefixId, { ...model, series: seriesUntil(model, record.metrics) });
        await writeInFolder(checkpointFile(this.folder, prefixId, model.epoch), bytes);
      }
      await this.#log.append(record.id, encodeRecord({ kept, record }));
      await this.#ignore();
    });
  }

  /** Keeps a record as another store has it: what `encodeRecord` returned. @throws {GridientError} E_STORE. */
  async copy(id: string, text: string): Promise<void> {
    await this.#writing(async () => {
      await this.#log.append(id, text);
      await this.#ignore();
    });
  }

  /** From now on records are read that others have written before. */
  async claim(prefixId: string): Promise<boolean> {
    const isOurs = await this.#writing(() => this.#claims.claim(prefixId));
    if (isOurs) this.#log.expectNews();
    return isOurs;
  }

  release(prefixId: string): Promise<void> {
    this.#claims.release(prefixId);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.#log.close();
    await this.#claims.close();
  }

  /** Keeps git from committing the store along with the results beside it; a file that is there stays. */
  async #ignore(): Promise<void> {
    if (this.#isIgnored) return;
    this.#isIgnored = true;
    const file = join(this.folder, ".gitignore");
    if (!existsSync(file)) await writeWhole(file, "*\n");
  }

  async #latestCheckpoint(
    prefixId: string,
    { atMost, metrics, all }: CheckpointWish,
    onDamage: (file: string, reason: string) => Promise<void>,
  ): Promise<Checkpoint | undefined> {
    const epochs = (await this.#shard(prefixId)).epochs.get(prefixId) ?? [];
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

  #shard(id: string): Promise<Shard> {
    const folder = shardFolder(this.folder, id);
    let shard = this.#shards.get(folder);
    if (!shard) this.#shards.set(folder, (shard = shardIn(folder)));
    return shard;
  }

  /** Damaged weights are renamed, told, and count as missing. */
  async #setAside(file: string, reason: string): Promise<void> {
    await rename(file, `${file}.damaged`).catch(() => undefined); // a read-only store is still usable
    this.#tell(file, reason);
  }

  #tell(place: string, reason: string): void {
    if (!this.#told.has(place)) this.#onDamage(place, reason);
    this.#told.add(place);
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

async function shardIn(folder: string): Promise<Shard> {
  const names: string[] = await readdir(folder).catch(() => []);
  const [epochs, ids] = [new Map<string, number[]>(), new Set<string>()];
  for (const name of names) {
    const file = storeFileOf(name);
    if (file.kind === "record") ids.add(file.id);
    if (file.kind !== "checkpoint") continue;
    const known = epochs.get(file.prefixId);
    if (known) known.push(file.epoch);
    else epochs.set(file.prefixId, [file.epoch]);
  }
  for (const known of epochs.values()) known.sort((a, b) => a - b);
  return { epochs, ids };
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
